using Microsoft.Extensions.Logging;
using NodaTime;
using Weather.Api.Forecasts;
using Weather.Api.Purging;
using Weather.Model;
using Weather.Providers;
using Weather.Providers.Air;
using ZiggyCreatures.Caching.Fusion;

namespace Weather.Api.Air;

/// <summary>
/// Air quality by place, apart from the forecasts: keys, freshness and failures of its own. One fetch per place runs at a time and
/// outlives the visitor who caused it.
/// </summary>
internal sealed partial class AirCache(
    IFusionCache cache,
    IEnumerable<IAirQualityProvider> providers,
    TimeProvider time,
    ForecastCacheOptions options,
    CacheEpoch epoch,
    RunningFetches running,
    ValuePurge values,
    ILogger<AirCache> logger
)
{
    /// <summary>After a refusal a place goes without for this long: air quality is an extra and must not eat the quota.</summary>
    private static readonly Duration RememberRefusal = Duration.FromMinutes(1);
    private static readonly Duration LongestRefusal = Duration.FromHours(1);

    private readonly IAirQualityProvider? _provider = providers.FirstOrDefault();
    private Closure? _closed;

    /// <summary>Whether anybody can be asked.</summary>
    public bool IsKnown => _provider is not null;

    /// <summary>No token: the caller bounds its own wait.</summary>
    public Task<AirEntry> GetAsync(Place place) =>
        cache
            .GetOrSetAsync<AirEntry>(
                Key(place),
                (context, _) => FetchAsync(place, context),
                token: CancellationToken.None
            )
            .AsTask();

    /// <summary>Forgets what is stored for a place, as <see cref="ForecastPurge.ForgetAsync"/> does.</summary>
    /// <returns>Whether something was stored.</returns>
    public async Task<bool> ForgetAsync(Place place, CancellationToken cancellationToken)
    {
        string key = Key(place);
        running.Condemn(key);
        MaybeValue<AirEntry> stored = await cache.TryGetAsync<AirEntry>(key, token: cancellationToken);
        await values.RemoveAsync(key, cancellationToken);
        return stored is { HasValue: true, Value.Air: not null };
    }

    private string Key(Place place) => epoch.Key($"air:{ForecastCache.Key(place)}");

    private async Task<AirEntry> FetchAsync(Place place, FusionCacheFactoryExecutionContext<AirEntry> context)
    {
        AirEntry? last = context.HasStaleValue ? context.StaleValue.Value : null;
        string key = Key(place);
        object fetch = running.Begin(key);
        AirQualityResult result = await AskAsync(place.Point);
        // A purge came meanwhile: what was there is wrong.
        last = running.End(key, fetch) ? last : null;
        Instant now = time.GetCurrentInstant();
        if (result is AirQualityResult.Success { Air: { } air })
        {
            context.Options.Duration = (air.Source.ExpiresAt - now).ToTimeSpan();
            return new AirEntry { Air = air, Until = air.Source.ExpiresAt };
        }

        var refused = (AirQualityResult.Refused)result;
        LogRefused(refused.Kind, refused.Detail);
        Duration wait = Wait(refused, now);
        // The old hours stay good: an answer tells days of them. Kept in memory alone, so that no node learns a refusal from another.
        context.Options.SetDuration(wait.ToTimeSpan()).SetSkipDistributedCacheWrite(true, true);
        return new AirEntry { Air = last?.Air, Until = now + wait };
    }

    private async Task<AirQualityResult> AskAsync(GeoPoint point)
    {
        if (_closed is { } closed && time.GetCurrentInstant() < closed.Until)
        {
            return closed.Refused;
        }

        using var deadline = new CancellationTokenSource(options.FetchDeadline, time);
        AirQualityResult result = await _provider!.GetAsync(point, deadline.Token);
        if (
            result is AirQualityResult.Refused
            {
                Kind: RefusalKind.OverQuota or RefusalKind.Forbidden
            } refused
        )
        {
            // What is refused for one place now is refused for all.
            Instant now = time.GetCurrentInstant();
            _closed = new Closure(refused, now + Wait(refused, now));
        }

        return result;
    }

    private static Duration Wait(AirQualityResult.Refused refused, Instant now)
    {
        Duration wait =
            refused.Kind == RefusalKind.Forbidden ? LongestRefusal
            : refused.RetryAt is { } at ? at - now
            : RememberRefusal;
        return Duration.Max(RememberRefusal, Duration.Min(wait, LongestRefusal));
    }

    private sealed record Closure(AirQualityResult.Refused Refused, Instant Until);

    [LoggerMessage(210, LogLevel.Warning, "No air quality: {Kind}. {Detail}")]
    private partial void LogRefused(RefusalKind kind, string detail);
}
