using NodaTime;
using Weather.Api.Forecasts;
using Weather.Model;
using ZiggyCreatures.Caching.Fusion;

namespace Weather.Api.Purging;

/// <summary>What a purge does to forecasts, and what it leaves of their upstreams' rules.</summary>
internal sealed class ForecastPurge(
    IFusionCache cache,
    CacheEpoch epoch,
    RunningFetches running,
    ValuePurge values,
    TimeProvider time
)
{
    /// <summary>
    /// Forgets what is stored for a place: it is wrong, and nobody gets it any more, neither fresh nor as a stand-in. Where the upstream forbids to be
    /// asked so soon, that nothing is there is remembered instead.
    /// </summary>
    /// <returns>Whether a forecast was stored.</returns>
    public async Task<bool> ForgetAsync(Place place, CancellationToken cancellationToken)
    {
        string key = epoch.Key(ForecastCache.Key(place));
        running.Condemn(key);
        MaybeValue<ForecastEntry> stored = await cache.TryGetAsync<ForecastEntry>(
            key,
            token: cancellationToken
        );
        if (stored is { HasValue: true, Value.Forecast: null })
        {
            return false;
        }

        Instant now = time.GetCurrentInstant();
        try
        {
            await values.RemoveAsync(key, cancellationToken);
        }
        finally
        {
            if (UpstreamRule.Until(stored.GetValueOrDefault(), now) is { } until)
            {
                await cache.SetAsync(
                    key,
                    new ForecastEntry { RetryAt = until },
                    entry =>
                        entry
                            .SetDuration((until - now).ToTimeSpan())
                            .SetFailSafe(false)
                            .SetJittering(TimeSpan.Zero),
                    token: cancellationToken
                );
            }
        }

        return stored.HasValue;
    }

    /// <summary>What was purged with everything else may still bind us by its upstream's rule.</summary>
    /// <returns>Until when nobody may be asked for the place; null when somebody may.</returns>
    public async Task<Instant?> ForbiddenUntilAsync(Place place) =>
        epoch.KeyBefore(ForecastCache.Key(place)) is { } before
            ? UpstreamRule.Until(
                (await cache.TryGetAsync<ForecastEntry>(before)).GetValueOrDefault(),
                time.GetCurrentInstant()
            )
            : null;
}
