using NodaTime;
using Weather.Api.Forecasts;

namespace Weather.Api.Purging;

/// <summary>
/// How long an upstream forbids the question whose answer was purged. One that gives validators (MET Norway) forbids to ask before its
/// <c>Expires</c>, and that a purge took the answer is no excuse. The others have a quota, which the budget keeps.
/// </summary>
internal static class UpstreamRule
{
    /// <summary>A clock that was set back must not forbid for days.</summary>
    private static readonly Duration Longest = Duration.FromHours(12);

    /// <returns>Until when nobody may ask; null when somebody may.</returns>
    public static Instant? Until(ForecastEntry? purged, Instant now)
    {
        Instant? until =
            purged is null ? null
            : purged.Forecast is not { Source: var source } ? purged.RetryAt
            : source.LastModified is not null ? source.ExpiresAt
            : null;
        return until > now && until - now < Longest ? until : null;
    }
}
