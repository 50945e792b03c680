namespace Weather.StandIns.OpenMeteo;

/// <summary>The units that a query chose, by their parameter values.</summary>
internal sealed record Units(string Temperature, string Wind, string Precipitation);
