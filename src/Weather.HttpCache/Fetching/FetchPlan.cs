using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Weather.HttpCache.Store;

namespace Weather.HttpCache.Fetching;

/// <summary>
/// All that a fetch needs of the request that started it, copied: the request's own context is gone or reused before the fetch
/// ends, and touching it then throws.
/// </summary>
internal sealed class FetchPlan
{
    private static readonly HashSet<string> TheCachesOwn = new(StringComparer.OrdinalIgnoreCase)
    {
        // Conditions and ranges are answered here, codings made here.
        "If-None-Match",
        "If-Modified-Since",
        "If-Match",
        "If-Unmodified-Since",
        "If-Range",
        "Range",
        "Accept-Encoding",
        "Content-Length",
        // The fetch has a span of its own.
        "traceparent",
        "tracestate",
    };

    private FetchPlan(HttpContext http, RequestKey key, string method, CacheEntry? stale)
    {
        HttpRequest request = http.Request;
        Key = key;
        Stale = stale;
        Endpoint = http.GetEndpoint()!;
        RouteValues = new RouteValueDictionary(request.RouteValues);
        Method = method;
        Scheme = request.Scheme;
        PathBase = request.PathBase;
        Path = request.Path;
        Query = key.Query;
        Trigger = Activity.Current?.Context ?? default;
        Headers = new HeaderDictionary();
        foreach ((string name, StringValues lines) in request.Headers)
        {
            if (!TheCachesOwn.Contains(name) && !Semantics.HopByHop.Names(name) && key.MayForward(name))
            {
                Headers[name] = lines;
            }
        }
    }

    public RequestKey Key { get; }
    public Endpoint Endpoint { get; }
    public RouteValueDictionary RouteValues { get; }
    public string Method { get; }
    public string Scheme { get; }
    public PathString PathBase { get; }
    public PathString Path { get; }
    public QueryString Query { get; }
    public IHeaderDictionary Headers { get; }

    /// <summary>The span of the request that wanted it.</summary>
    public ActivityContext Trigger { get; }

    /// <summary>The stored answer that this fetch may confirm instead of replacing it.</summary>
    public CacheEntry? Stale { get; private init; }

    /// <summary>Nobody waits: the stale answer was already given.</summary>
    public bool InBackground { get; init; }

    /// <summary>Fetched for one request alone: neither joined by others nor kept for them while it runs.</summary>
    public bool HadAuthorization => !StringValues.IsNullOrEmpty(Headers.Authorization);

    /// <summary>For all who ask. By GET also when the one who starts it wants a HEAD: its answer could be neither stored nor shared.</summary>
    public static FetchPlan For(HttpContext http, RequestKey key, CacheEntry? stale) =>
        new(http, key, HttpMethods.Get, stale);

    public static FetchPlan InBackgroundFor(HttpContext http, RequestKey key, CacheEntry stale) =>
        new(http, key, HttpMethods.Get, stale) { InBackground = true };

    /// <summary>For this request alone, as it is.</summary>
    public static FetchPlan Alone(HttpContext http, RequestKey key, CacheEntry? stale) =>
        new(http, key, http.Request.Method, HttpMethods.IsHead(http.Request.Method) ? null : stale);

    /// <summary>The same without a condition.</summary>
    public FetchPlan Unconditional() => new(this);

    private FetchPlan(FetchPlan other)
    {
        Key = other.Key;
        Endpoint = other.Endpoint;
        RouteValues = other.RouteValues;
        Method = other.Method;
        Scheme = other.Scheme;
        PathBase = other.PathBase;
        Path = other.Path;
        Query = other.Query;
        Headers = other.Headers;
        Trigger = other.Trigger;
        InBackground = other.InBackground;
    }
}
