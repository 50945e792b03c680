namespace Weather.Api.Forecasts;

/// <summary>
/// Hours as columns of equal length; hour k covers [start + k h, start + (k+1) h) in UTC. The reader picks the current hour from
/// its own "now" (the answer's Date plus Age).
/// </summary>
public sealed record HourlyDocument
{
    /// <summary>Start of the first hour, UTC, <c>2026-11-23T16:00Z</c>.</summary>
    public required string Start { get; init; }

    /// <summary>Condition codes.</summary>
    public IReadOnlyList<string?>? Sky { get; init; }

    /// <summary>1 while the sun is down.</summary>
    public IReadOnlyList<int>? Night { get; init; }

    /// <summary>°C.</summary>
    public IReadOnlyList<double?>? Temp { get; init; }

    /// <summary>Apparent temperature, °C.</summary>
    public IReadOnlyList<double?>? Feels { get; init; }

    /// <summary>Precipitation in the hour, mm.</summary>
    public IReadOnlyList<double?>? Rain { get; init; }

    /// <summary>Probability of precipitation, %.</summary>
    public IReadOnlyList<double?>? Pop { get; init; }

    /// <summary>Relative humidity, %.</summary>
    public IReadOnlyList<double?>? Humidity { get; init; }

    /// <summary>Dew point, °C.</summary>
    public IReadOnlyList<double?>? Dew { get; init; }

    /// <summary>Wind speed, m/s.</summary>
    public IReadOnlyList<double?>? Wind { get; init; }

    /// <summary>Gusts, m/s.</summary>
    public IReadOnlyList<double?>? Gust { get; init; }

    /// <summary>Direction that the wind comes from, degrees in tens as observers report it.</summary>
    public IReadOnlyList<double?>? Direction { get; init; }

    /// <summary>Cloud cover, %.</summary>
    public IReadOnlyList<double?>? Cloud { get; init; }

    /// <summary>Pressure at mean sea level, whole hPa.</summary>
    public IReadOnlyList<double?>? Pressure { get; init; }

    /// <summary>UV index.</summary>
    public IReadOnlyList<double?>? Uv { get; init; }

    /// <summary>Metres.</summary>
    public IReadOnlyList<double?>? Visibility { get; init; }
}
