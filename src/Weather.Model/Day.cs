using NodaTime;

namespace Weather.Model;

/// <summary>One local calendar day (23, 24 or 25 hours), made from canonical hours. SI units; null where the hours are silent.</summary>
public sealed record Day
{
    public required LocalDate Date { get; init; }

    /// <summary>Length of the local day in hours: 24, or 23 and 25 (also 23.5 and 24.5) across a clock change.</summary>
    public required double Length { get; init; }

    /// <summary>The condition of the worst hour (highest severity).</summary>
    public Condition? Condition { get; init; }

    /// <summary>
    /// Lowest value known to be of this day: of its instants, and of longer steps that lie in it whole. The extreme of a step that
    /// midnight cuts may belong to the other day and is not taken.
    /// </summary>
    public double? TemperatureMinimum { get; init; }

    /// <summary>Highest value known to be of this day, by the same rule.</summary>
    public double? TemperatureMaximum { get; init; }

    /// <summary>Sum, mm.</summary>
    public double? Precipitation { get; init; }

    /// <summary>Highest hourly probability, %.</summary>
    public double? PrecipitationProbability { get; init; }

    /// <summary>Strongest hourly wind, m/s.</summary>
    public double? WindSpeed { get; init; }

    public double? WindGust { get; init; }

    /// <summary>Direction of the strongest hour, degrees.</summary>
    public double? WindDirection { get; init; }

    public double? UvIndex { get; init; }

    public required SunDay Sun { get; init; }
}
