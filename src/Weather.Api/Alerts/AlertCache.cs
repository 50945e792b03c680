using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using NodaTime;
using Weather.Api.Forecasts;
using Weather.Api.Purging;
using Weather.Providers;
using Weather.Providers.Alerts;
using ZiggyCreatures.Caching.Fusion;

namespace Weather.Api.Alerts;

/// <summary>
/// The feeds by country, in memory and in the second level: a restart asks no earlier than the node before it would have. A feed is
/// asked when somebody wants it, at most every ten minutes, whether it answered or not.
/// </summary>
internal sealed partial class AlertCache(
    IFusionCache cache,
    AlertFeeds feeds,
    TimeProvider time,
    CacheEpoch epoch,
    RunningFetches running,
    ValuePurge values,
    ILogger<AlertCache> logger
)
{
    /// <summary>An index may lead to many messages.</summary>
    private static readonly TimeSpan FetchDeadline = TimeSpan.FromSeconds(30);
    private static readonly Duration LongestWait = Duration.FromDays(1);

    /// <summary>Whether the country has a feed.</summary>
    public bool IsKnown(string? country) => feeds[country] is not null;

    /// <summary>No token: the caller bounds its own wait.</summary>
    public Task<AlertEntry> GetAsync(string country)
    {
        // One entry per feed: two countries that share one must not ask it twice.
        string answering = feeds.Answering(country);
        return cache
            .GetOrSetAsync<AlertEntry>(
                epoch.Key(Key(answering)),
                (context, _) => FetchAsync(answering, context),
                token: CancellationToken.None
            )
            .AsTask();
    }

    /// <summary>
    /// Forgets what the country's feed said. It is not asked sooner for that: until then nothing is told, which is not "no warnings".
    /// </summary>
    /// <returns>Whether something was stored.</returns>
    public async Task<bool> ForgetAsync(string? country, CancellationToken cancellationToken)
    {
        if (!IsKnown(country))
        {
            return false;
        }

        string key = epoch.Key(Key(feeds.Answering(country!)));
        running.Condemn(key);
        MaybeValue<AlertEntry> stored = await cache.TryGetAsync<AlertEntry>(key, token: cancellationToken);
        Instant now = time.GetCurrentInstant();
        try
        {
            await values.RemoveAsync(key, cancellationToken);
        }
        finally
        {
            if (stored is { HasValue: true, Value.Until: var until } && until > now)
            {
                await cache.SetAsync(
                    key,
                    new AlertEntry { Until = until },
                    (until - now).ToTimeSpan(),
                    token: cancellationToken
                );
            }
        }

        return stored is { HasValue: true, Value.Feed: not null };
    }

    /// <summary>Another address is another feed: what the old one said does not count.</summary>
    private string Key(string country) =>
        $"alerts:{country}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(feeds[country]!.AbsoluteUri)).AsSpan(0, 4))}";

    private async Task<AlertEntry> FetchAsync(
        string country,
        FusionCacheFactoryExecutionContext<AlertEntry> context
    )
    {
        AlertFeed? last = context.HasStaleValue ? context.StaleValue.Value.Feed : null;
        Instant asked = time.GetCurrentInstant();
        if (last is null && await ForbiddenUntilAsync(country) is { } forbidden && forbidden > asked)
        {
            context.Options.Duration = (forbidden - asked).ToTimeSpan();
            return new AlertEntry { Until = forbidden };
        }

        string key = epoch.Key(Key(country));
        object fetch = running.Begin(key);
        using var deadline = new CancellationTokenSource(FetchDeadline, time);
        AlertFeedResult result = await feeds.GetAsync(country, last, deadline.Token);
        Instant now = time.GetCurrentInstant();
        Instant until = now + AlertFeeds.LeastInterval;
        if (result is AlertFeedResult.Success { Feed: { } feed })
        {
            until = Instant.Max(until, feed.ExpiresAt);
            last = feed;
        }
        else
        {
            var refused = (AlertFeedResult.Refused)result;
            LogRefused(country, refused.Kind, refused.Detail);
            until = Instant.Max(until, Instant.Min(refused.RetryAt ?? now, now + LongestWait));
            if (refused.Kind == RefusalKind.Forbidden)
            {
                // Until then, or until a restart with whatever the operator put right.
                context.Options.SetSkipDistributedCacheWrite(true, true);
            }
        }

        context.Options.Duration = (until - now).ToTimeSpan();
        // A purge that came meanwhile: the feed may have confirmed what is wrong.
        return new AlertEntry { Feed = running.End(key, fetch) ? last : null, Until = until };
    }

    /// <summary>What was purged with everything else was asked for not long ago.</summary>
    private async Task<Instant?> ForbiddenUntilAsync(string country) =>
        epoch.KeyBefore(Key(country)) is { } before
            ? (await cache.TryGetAsync<AlertEntry>(before)).GetValueOrDefault()?.Until
            : null;

    [LoggerMessage(220, LogLevel.Warning, "No alerts for {Country}: {Kind}. {Detail}")]
    private partial void LogRefused(string country, RefusalKind kind, string detail);
}
