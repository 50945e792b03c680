using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Weather.HttpCache.Fetching;
using Weather.HttpCache.Store;
using Weather.HttpCache.Telemetry;

namespace Weather.HttpCache.Serving;

/// <summary>Sends what a request gets when it was not a fresh hit, and counts it.</summary>
internal sealed class OutcomeSender(
    CacheMetrics metrics,
    IOptions<HttpCacheOptions> options,
    TimeProvider time
)
{
    private readonly HttpCacheOptions _options = options.Value;

    /// <summary>What we have, without having waited.</summary>
    public Task SendStaleAsync(HttpContext http, CacheEntry entry, string why)
    {
        metrics.Served(CacheResult.Stale);
        return SendHitAsync(http, entry.Representation, time.GetUtcNow(), why);
    }

    /// <summary>What is stored, as it is.</summary>
    public Task SendHitAsync(
        HttpContext http,
        in Representation stored,
        DateTimeOffset now,
        string? detail = null
    ) =>
        RepresentationSender.SendAsync(
            http,
            stored,
            stored.Message.AgeAt(now),
            CacheStatus.Hit(_options.Name, stored.Message.TimeLeftAt(now), detail)
        );

    /// <summary>What we have, because the origin was asked in vain.</summary>
    public Task SendInsteadAsync(HttpContext http, CacheEntry entry, FetchOutcome failed)
    {
        metrics.Served(CacheResult.Stale);
        Representation stored = entry.Representation;
        return RepresentationSender.SendAsync(
            http,
            stored,
            stored.Message.AgeAt(time.GetUtcNow()),
            CacheStatus.StaleIfError(_options.Name, failed)
        );
    }

    /// <param name="http">The client's request.</param>
    /// <param name="outcome">What the fetch brought.</param>
    /// <param name="reason">Why it was fetched (RFC 9211 2.2).</param>
    /// <param name="collapsed">It was another request's fetch.</param>
    /// <param name="next">The way past the cache, for what is too long for it.</param>
    public Task SendAsync(
        HttpContext http,
        FetchOutcome outcome,
        string reason,
        bool collapsed,
        RequestDelegate next
    )
    {
        string status = CacheStatus.Fetched(_options.Name, reason, outcome, collapsed);
        if (outcome.Content is { } content)
        {
            metrics.Served(
                outcome.Confirmed ? CacheResult.Revalidated
                : collapsed ? CacheResult.Collapsed
                : CacheResult.Miss
            );
            // Fetched for this request, it has the age that it came with.
            TimeSpan? age =
                collapsed || outcome.Confirmed ? content.Message.AgeAt(time.GetUtcNow())
                : outcome.IsStored && outcome.Answer.Message.Fields.Has("Age") ? content.Message.InitialAge
                : null;
            return RepresentationSender.SendAsync(http, content, age, status);
        }

        if (outcome.Answer.Verdict == FetchVerdict.TooLong)
        {
            metrics.Served(CacheResult.Bypass);
            return next(http);
        }

        return SendErrorAsync(http, GatewayError.StatusOf(outcome.Answer.Verdict), status);
    }

    /// <summary>RFC 9111 5.2.1.7: it is not here, and the client does not want to wait.</summary>
    public Task SendNotCachedAsync(HttpContext http) =>
        SendErrorAsync(
            http,
            StatusCodes.Status504GatewayTimeout,
            CacheStatus.Forwarded(_options.Name, "request; detail=only-if-cached")
        );

    /// <summary>This client may not make the origin be asked for now (RFC 6585 4), and there is nothing to give it.</summary>
    public Task SendRefusedAsync(HttpContext http, TimeSpan wait)
    {
        metrics.Served(CacheResult.Limited);
        return GatewayError.SendAsync(
            http,
            StatusCodes.Status429TooManyRequests,
            CacheStatus.NotForwarded(_options.Name, "limited"),
            wait
        );
    }

    private Task SendErrorAsync(HttpContext http, int status, string cacheStatus)
    {
        metrics.Served(CacheResult.Error);
        return GatewayError.SendAsync(http, status, cacheStatus, _options.ProbeInterval);
    }
}
