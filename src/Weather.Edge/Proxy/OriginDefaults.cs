using Microsoft.Extensions.Options;
using Weather.HttpCache;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Weather.Edge.Proxy;

/// <summary>What every cluster needs before the cache, unless its configuration says otherwise.</summary>
internal sealed class OriginDefaults(IOptions<HttpCacheOptions> cache) : IProxyConfigFilter
{
    /// <summary>
    /// Shorter than the cache's fetch deadline: a hang must end as the origin's fault. Ended by the cache it would look like a client
    /// that left, and passive health would count a success.
    /// </summary>
    private readonly TimeSpan _activityTimeout = cache.Value.FetchDeadline * 0.8;

    /// <summary>With more than one API a hang must leave time for another: our API answers within its 3 s, be it with 503.</summary>
    private readonly TimeSpan _firstOfTwo = cache.Value.FetchDeadline * 0.4;

    /// <summary>Bytes above 0x7F in header fields pass unchanged (RFC 9110 5.5); YARP's own default answers 502.</summary>
    private const string Encoding = "latin1";

    public ValueTask<ClusterConfig> ConfigureClusterAsync(ClusterConfig cluster, CancellationToken cancel)
    {
        HttpClientConfig client = cluster.HttpClient ?? HttpClientConfig.Empty;
        ForwarderRequestConfig request = cluster.HttpRequest ?? ForwarderRequestConfig.Empty;
        TimeSpan timeout =
            cluster.ClusterId == ApiProxy.Cluster && cluster.Destinations is { Count: > 1 }
                ? _firstOfTwo
                : _activityTimeout;
        return ValueTask.FromResult(
            cluster with
            {
                HealthCheck = HealthDefaults.Of(cluster),
                HttpClient = client with
                {
                    RequestHeaderEncoding = client.RequestHeaderEncoding ?? Encoding,
                    ResponseHeaderEncoding = client.ResponseHeaderEncoding ?? Encoding,
                },
                HttpRequest = request with { ActivityTimeout = request.ActivityTimeout ?? timeout },
            }
        );
    }

    public ValueTask<RouteConfig> ConfigureRouteAsync(
        RouteConfig route,
        ClusterConfig? cluster,
        CancellationToken cancel
    ) => ValueTask.FromResult(route);
}
