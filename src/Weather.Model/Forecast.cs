using NodaTime;

namespace Weather.Model;

/// <summary>What a provider said about one point: consecutive UTC hours. Knows no language, no local day and no zone.</summary>
public sealed record Forecast
{
    /// <summary>The point that was asked for.</summary>
    public required GeoPoint Point { get; init; }

    /// <summary>Start of the first hour, on a full UTC hour.</summary>
    public required Instant Start { get; init; }

    /// <summary>Hour k covers [Start + k h, Start + (k+1) h).</summary>
    public required IReadOnlyList<Hour> Hours { get; init; }

    public required ForecastSource Source { get; init; }
}
