namespace Weather.Api.Forecasts;

/// <summary>Local calendar days as columns; day k is start plus k calendar days, whatever the clock does in between.</summary>
public sealed record DailyDocument
{
    /// <summary>The first local date, <c>2026-11-23</c>.</summary>
    public required string Start { get; init; }

    /// <summary>Condition code of the worst hour.</summary>
    public IReadOnlyList<string?>? Sky { get; init; }

    /// <summary>Lowest temperature, °C.</summary>
    public IReadOnlyList<double?>? Min { get; init; }

    /// <summary>Highest temperature, °C.</summary>
    public IReadOnlyList<double?>? Max { get; init; }

    /// <summary>Precipitation, mm.</summary>
    public IReadOnlyList<double?>? Rain { get; init; }

    /// <summary>Highest hourly probability of precipitation, %.</summary>
    public IReadOnlyList<double?>? Pop { get; init; }

    /// <summary>Strongest hourly wind, m/s.</summary>
    public IReadOnlyList<double?>? Wind { get; init; }

    /// <summary>Strongest gust, m/s.</summary>
    public IReadOnlyList<double?>? Gust { get; init; }

    /// <summary>Wind direction in the hour of the strongest wind, degrees in tens.</summary>
    public IReadOnlyList<double?>? Direction { get; init; }

    /// <summary>Highest UV index.</summary>
    public IReadOnlyList<double?>? Uv { get; init; }

    /// <summary>Minutes of the local wall clock; null where the sun does not rise.</summary>
    public IReadOnlyList<int?>? Sunrise { get; init; }

    /// <summary>Minutes of the local wall clock; null where the sun does not set.</summary>
    public IReadOnlyList<int?>? Sunset { get; init; }

    /// <summary><c>day</c> or <c>night</c> on days of polar day or night; left out where there is none.</summary>
    public IReadOnlyList<string?>? Polar { get; init; }

    /// <summary>Phase of the moon at local noon, 0 new to 0.5 full to 1.</summary>
    public IReadOnlyList<double?>? Moon { get; init; }
}
