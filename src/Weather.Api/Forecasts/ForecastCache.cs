using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using NodaTime;
using Weather.Api.Purging;
using Weather.Model;
using Weather.Providers;
using ZiggyCreatures.Caching.Fusion;

namespace Weather.Api.Forecasts;

/// <summary>
/// Forecasts by place: memory, then Redis where configured, then the providers. One fetch per place runs at a time; it belongs to
/// the cache (own deadline, own token) and outlives the visitor who caused it.
/// </summary>
/// <remarks>
/// FusionCache's hard timeout frees the caller and not the key: with a factory that hangs, every later caller would wait for it.
/// So the factory ends by its own deadline, and each caller has its own patience.
/// </remarks>
internal sealed partial class ForecastCache(
    IFusionCache cache,
    ProviderChain chain,
    TimeProvider time,
    ForecastCacheOptions options,
    CacheEpoch epoch,
    RunningFetches running,
    ForecastPurge purges,
    ILogger<ForecastCache> logger
)
{
    /// <param name="place">Resolved; a bare point is already on the grid.</param>
    /// <param name="visitor">Ends the wait of this caller alone.</param>
    public async Task<ForecastAnswer> GetAsync(Place place, CancellationToken visitor)
    {
        // No token: a leader that goes away must not make the followers start again.
        Task<ForecastEntry> flight = cache
            .GetOrSetAsync<ForecastEntry>(
                epoch.Key(Key(place)),
                (context, _) => FetchAsync(place, context),
                token: CancellationToken.None
            )
            .AsTask();
        try
        {
            ForecastEntry entry = await flight.WaitAsync(options.VisitorPatience, time, visitor);
            entry.Asked(time.GetCurrentInstant());
            return entry.Forecast is { } forecast
                ? new ForecastAnswer.Found(forecast)
                : new ForecastAnswer.Nothing(RetryAfter(entry.RetryAt));
        }
        catch (TimeoutException)
        {
            return new ForecastAnswer.Nothing(RetryAfter(null));
        }
    }

    /// <summary>Keys appear in traces and logs: where a visitor stands does not.</summary>
    internal static string Key(Place place) =>
        place.Id is { } id
            ? FormattableString.Invariant($"place:{id}")
            : $"point:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place.Point.ToString())).AsSpan(0, 12))}";

    private async Task<ForecastEntry> FetchAsync(
        Place place,
        FusionCacheFactoryExecutionContext<ForecastEntry> context
    )
    {
        ForecastEntry? stale = context.HasStaleValue ? context.StaleValue.Value : null;
        Forecast? last = stale?.Forecast;
        if (last is null && await purges.ForbiddenUntilAsync(place) is { } until)
        {
            KeepInMemoryFor(context, (until - time.GetCurrentInstant()).ToTimeSpan());
            return new ForecastEntry { RetryAt = until };
        }

        string key = epoch.Key(Key(place));
        object fetch = running.Begin(key);
        using var deadline = new CancellationTokenSource(options.FetchDeadline, time);
        ProviderResult result = await chain.GetAsync(
            new ForecastRequest(place.Point, place.Elevation, last, stale?.LastAsked),
            deadline.Token
        );
        Instant now = time.GetCurrentInstant();
        if (!running.End(key, fetch) && last is not null)
        {
            // A purge came: passed hours, or all of it, would be those of the forecast that is wrong. Who came after it may have a new one.
            ForecastEntry? newer = (await cache.TryGetAsync<ForecastEntry>(key)).GetValueOrDefault();
            KeepInMemoryFor(context, options.RememberRefusal);
            return newer ?? new ForecastEntry();
        }

        switch (result)
        {
            case ProviderResult.Success { Forecast: { Source.IsSample: true } sample } when last is null:
                KeepInMemoryFor(context, (sample.Source.ExpiresAt - now).ToTimeSpan());
                return new ForecastEntry { Forecast = sample };
            case ProviderResult.Success { Forecast: { Source.IsSample: false } forecast }:
                Duration fresh = forecast.Source.ExpiresAt - now;
                context.Options.Duration = Max(fresh.ToTimeSpan(), options.RetryStale);
                if (place.Id is null)
                {
                    context.Options.FailSafeMaxDuration = options.KeepPointStale;
                }

                return new ForecastEntry { Forecast = forecast.After(last, now - options.KeepPassed) };
            case ProviderResult.Refused refused when last is null:
                LogRefused(refused.Kind, refused.Detail);
                KeepInMemoryFor(context, options.RememberRefusal);
                return new ForecastEntry { RetryAt = refused.RetryAt };
            default:
                // Real old data beat no data, and beat made-up data.
                string why = (result as ProviderResult.Refused)?.Detail ?? "Only sample data.";
                LogServingStale(why);
                return context.Fail(why);
        }
    }

    /// <summary>Neither shared nor kept as a fall-back: this value stands in for a real one.</summary>
    private static void KeepInMemoryFor(
        FusionCacheFactoryExecutionContext<ForecastEntry> context,
        TimeSpan duration
    ) =>
        context
            .Options.SetDuration(duration)
            .SetFailSafe(false)
            .SetJittering(TimeSpan.Zero)
            .SetSkipDistributedCacheWrite(true, true);

    private Duration RetryAfter(Instant? at)
    {
        Duration soon = Duration.FromTimeSpan(options.RememberRefusal);
        return at is { } instant
            ? Duration.Max(soon, Duration.Min(instant - time.GetCurrentInstant(), Duration.FromHours(1)))
            : soon;
    }

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    [LoggerMessage(200, LogLevel.Warning, "No forecast: {Kind}. {Detail}")]
    private partial void LogRefused(RefusalKind kind, string detail);

    [LoggerMessage(201, LogLevel.Warning, "Refresh failed, the last forecast stands in: {Detail}")]
    private partial void LogServingStale(string detail);
}
