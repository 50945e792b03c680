using NodaTime;

namespace Weather.Model;

/// <summary>
/// What a provider said about the air at one point: consecutive UTC hours. Has a source of its own: it comes from other models than
/// the forecast and carries another credit.
/// </summary>
public sealed record AirQuality
{
    /// <summary>The point that was asked for.</summary>
    public required GeoPoint Point { get; init; }

    /// <summary>Start of the first hour, on a full UTC hour.</summary>
    public required Instant Start { get; init; }

    /// <summary>Hour k covers [Start + k h, Start + (k+1) h).</summary>
    public required IReadOnlyList<AirHour> Hours { get; init; }

    public required ForecastSource Source { get; init; }

    /// <returns>The hour that holds the instant and its start; null outside what was said.</returns>
    public (Instant Start, AirHour Hour)? At(Instant instant)
    {
        int k = (int)Math.Clamp(Math.Floor((instant - Start).TotalHours), int.MinValue, int.MaxValue);
        return k >= 0 && k < Hours.Count ? (Start + Duration.FromHours(k), Hours[k]) : null;
    }
}
