using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Weather.Edge.Telemetry;
using Yarp.ReverseProxy.Model;

namespace Weather.Edge.Limits;

/// <summary>
/// Says whether a client may make the API be asked once more. The cache asks it only when a fetch for this client would begin: hits, stale
/// answers and waiting for another's fetch cost nothing.
/// </summary>
internal sealed class MissLimiter : IDisposable
{
    private const int ClientSlots = 64 * 1024;
    private const int SiteSlots = 4 * 1024;

    private readonly PartitionedRateLimiter<int>? _clients;
    private readonly PartitionedRateLimiter<int>? _sites;
    private readonly EdgeMetrics _metrics;

    public MissLimiter(MissLimits limits, EdgeMetrics metrics)
    {
        _metrics = metrics;
        _clients = Of(limits.ClientBurst, limits.ClientPerMinute);
        _sites = Of(limits.SiteBurst, limits.SitePerMinute);
    }

    /// <returns>Null when it may; else after how long there is a chance.</returns>
    public TimeSpan? Refuse(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<RouteModel>() is null)
        {
            // A refusal of the edge's own (405): nothing is forwarded.
            return null;
        }

        if (
            _clients is not null
            && Take(_clients, Requester.ClientSlot(http.Connection.RemoteIpAddress, ClientSlots)) is { } wait
        )
        {
            _metrics.Limited("client");
            return wait;
        }

        if (
            _sites is not null
            && Requester.SiteSlot(http.Request.Headers, SiteSlots) is { } site
            && Take(_sites, site) is { } later
        )
        {
            _metrics.Limited("site");
            return later;
        }

        return null;
    }

    public void Dispose()
    {
        _clients?.Dispose();
        _sites?.Dispose();
    }

    private static TimeSpan? Take(PartitionedRateLimiter<int> limiter, int slot)
    {
        using RateLimitLease lease = limiter.AttemptAcquire(slot);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? wait
            : TimeSpan.FromMinutes(1);
    }

    private static PartitionedRateLimiter<int>? Of(int burst, int perMinute)
    {
        var options = new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(burst, 1),
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
            QueueLimit = 0,
        };
        return burst == 0
            ? null
            : PartitionedRateLimiter.Create<int, int>(slot =>
                RateLimitPartition.GetTokenBucketLimiter(slot, _ => options)
            );
    }
}
