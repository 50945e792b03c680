using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Fetching;

/// <summary>
/// A request of the cache's own: the features that an endpoint and a forwarder ask for, and nothing of the client. There is no
/// remote address (so no X-Forwarded-For) and, under a key rule, no host.
/// </summary>
internal sealed class FetchContext
    : IHttpRequestLifetimeFeature,
        IHttpRequestBodyDetectionFeature,
        IHttpRequestTimeoutFeature,
        IEndpointFeature,
        IRouteValuesFeature,
        IOriginAnswer,
        IAsyncDisposable
{
    private readonly CancellationTokenSource _deadline;
    private readonly CancellationTokenRegistration _stopping;

    public FetchContext(
        FetchPlan plan,
        HttpCacheOptions options,
        TimeProvider time,
        IServiceScopeFactory scopes,
        CancellationToken stopping
    )
    {
        _deadline = new CancellationTokenSource(options.FetchDeadline, time);
        _stopping = stopping.UnsafeRegister(
            static deadline => ((CancellationTokenSource)deadline!).Cancel(),
            _deadline
        );
        Response = new FetchResponse(options.MaxBodyBytes);
        RequestAborted = _deadline.Token;
        Endpoint = plan.Endpoint;
        RouteValues = plan.RouteValues;
        var request = new HttpRequestFeature
        {
            Method = plan.Method,
            Protocol = HttpProtocol.Http11,
            Scheme = plan.Scheme,
            PathBase = plan.PathBase.Value ?? "",
            Path = plan.Path.Value ?? "",
            QueryString = plan.Query.Value ?? "",
            RawTarget = plan.PathBase.Add(plan.Path).ToUriComponent() + plan.Query.ToUriComponent(),
            Headers = HeadersOf(plan),
        };
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpResponseFeature>(Response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Response.Content));
        features.Set<IHttpRequestLifetimeFeature>(this);
        features.Set<IHttpRequestBodyDetectionFeature>(this);
        features.Set<IHttpRequestTimeoutFeature>(this);
        features.Set<IEndpointFeature>(this);
        features.Set<IRouteValuesFeature>(this);
        features.Set<IOriginAnswer>(this);
        Http = new DefaultHttpContext(features) { ServiceScopeFactory = scopes };
    }

    public HttpContext Http { get; }
    public FetchResponse Response { get; }
    public OriginFraming? Framing { get; private set; }
    public bool Aborted { get; private set; }
    public bool DeadlinePassed => _deadline.IsCancellationRequested;
    public CancellationToken RequestAborted { get; set; }
    public bool CanHaveBody => false;
    public Endpoint? Endpoint { get; set; }
    public RouteValueDictionary RouteValues { get; set; }
    public CancellationToken RequestTimeoutToken => CancellationToken.None;

    public void Began(OriginFraming framing) => Framing = framing;

    public void Abort() => Aborted = true;

    /// <summary>The only timeout of a fetch is its deadline.</summary>
    public void DisableTimeout() { }

    public async ValueTask DisposeAsync()
    {
        await Response.CompleteAsync();
        await _stopping.DisposeAsync();
        _deadline.Dispose();
    }

    private static HeaderDictionary HeadersOf(FetchPlan plan)
    {
        HeaderDictionary headers = new(plan.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase));
        // Identity only: one body is stored, and its codings are made here.
        headers[HeaderNames.AcceptEncoding] = "identity";
        if (plan.Stale is { } stale)
        {
            (string? ifNoneMatch, string? ifModifiedSince) = Validation.Conditions(stale.Message);
            headers[HeaderNames.IfNoneMatch] = ifNoneMatch;
            headers[HeaderNames.IfModifiedSince] = ifModifiedSince;
        }

        return headers;
    }
}
