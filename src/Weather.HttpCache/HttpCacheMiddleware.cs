using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Weather.HttpCache.Fetching;
using Weather.HttpCache.Semantics;
using Weather.HttpCache.Serving;
using Weather.HttpCache.Store;
using Weather.HttpCache.Telemetry;

namespace Weather.HttpCache;

/// <summary>
/// <code>
/// request -> key -> store -> fresh ------------------------------> send
///                         -> within stale-while-revalidate ------> send, fetch meanwhile
///                         -> within stale-if-error: ask, briefly -> send what came, or what we have
///                         -> else: wait for the one fetch -------> send what came
/// not for a cache: next, and an unsafe method invalidates on the way back
/// </code>
/// A hit completes without a state machine of its own.
/// </summary>
internal sealed class HttpCacheMiddleware(
    RequestDelegate next,
    RequestKeys keys,
    CacheStore store,
    MissHandler misses,
    MissMemory memory,
    OutcomeSender sender,
    Invalidator invalidator,
    CacheMetrics metrics,
    IOptions<HttpCacheOptions> options,
    TimeProvider time
)
{
    private readonly HttpCacheOptions _options = options.Value;

    public Task InvokeAsync(HttpContext http)
    {
        Endpoint? endpoint = http.GetEndpoint();
        if (endpoint?.RequestDelegate is null)
        {
            return next(http);
        }

        HttpRequest request = http.Request;
        bool isHead = HttpMethods.IsHead(request.Method);
        if (!isHead && !HttpMethods.IsGet(request.Method))
        {
            invalidator.Watch(http);
            return PassAsync(http, "method");
        }

        RequestKey? key = IsNotForACache(http) ? null : keys.Of(request, endpoint);
        if (key is null || memory.IsTooLong(key.Primary))
        {
            return PassAsync(http, "bypass");
        }

        var lookup = new Lookup(http, key, store.KeyFor(key.Primary, request.Headers), DirectivesOf(request));
        // Credentials that reach the origin may shape its answer: it is fetched for them alone.
        bool alone =
            key.MayForward("Authorization") && !StringValues.IsNullOrEmpty(request.Headers.Authorization);
        if (!alone && store.TryGet(lookup.Full, out CacheEntry? entry))
        {
            DateTimeOffset now = time.GetUtcNow();
            Representation stored = entry.Representation;
            switch (ReuseDecision.Decide(stored.Message, lookup.Directives, now))
            {
                case Reuse.Fresh:
                    metrics.Served(CacheResult.Hit);
                    return sender.SendHitAsync(http, stored, now);
                case Reuse.WhileRevalidating:
                    misses.RefreshInBackground(lookup, entry);
                    return sender.SendStaleAsync(http, entry, "stale-while-revalidate");
                case Reuse.IfError:
                    return misses.AskBrieflyAsync(lookup, entry, next);
                default:
                    return misses.FetchAsync(lookup, entry, alone: false, next);
            }
        }

        return !StringValues.IsNullOrEmpty(request.Headers.Range) && !isHead
            ? PassAsync(http, "bypass")
            : misses.FetchAsync(lookup, null, alone, next);
    }

    private Task PassAsync(HttpContext http, string reason)
    {
        if (_options.RefuseFetch(http) is { } wait)
        {
            return sender.SendRefusedAsync(http, wait);
        }

        metrics.Served(CacheResult.Bypass);
        http.Response.OnStarting(
            static state =>
            {
                (HttpContext context, string status) = ((HttpContext, string))state;
                context.Response.Headers.Append("Cache-Status", status);
                return Task.CompletedTask;
            },
            (http, CacheStatus.Forwarded(_options.Name, reason))
        );
        return next(http);
    }

    private RequestDirectives DirectivesOf(HttpRequest request) =>
        _options.ObeysClients
            ? RequestDirectives.Of(request.Headers.CacheControl.ToArray()!, request.Headers.Pragma.ToArray()!)
            : RequestDirectives.None;

    /// <summary>Bodies, upgrades, and conditions on the present state, which only the origin knows (RFC 9110 13.2.1).</summary>
    private static bool IsNotForACache(HttpContext http)
    {
        IHeaderDictionary headers = http.Request.Headers;
        // HTTP/2 needs no Content-Length for a body.
        return http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true }
            || headers.ContentLength > 0
            || !StringValues.IsNullOrEmpty(headers.TransferEncoding)
            || !StringValues.IsNullOrEmpty(headers.Upgrade)
            || !StringValues.IsNullOrEmpty(headers.IfMatch)
            || !StringValues.IsNullOrEmpty(headers.IfUnmodifiedSince)
            || http.Features.Get<IHttpExtendedConnectFeature>()?.IsExtendedConnect == true;
    }
}
