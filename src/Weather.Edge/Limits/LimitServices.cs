using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Weather.Edge.Telemetry;
using Weather.HttpCache;

namespace Weather.Edge.Limits;

/// <summary>Puts the limit of misses before the cache's fetches.</summary>
internal static class LimitServices
{
    /// <param name="services">The edge's.</param>
    /// <param name="configuration">Where the limits are.</param>
    /// <param name="ownRoutes">Unset, our own routes have limits; what an origin of others bears is not ours to say.</param>
    public static void AddMissLimits(
        this IServiceCollection services,
        IConfiguration configuration,
        bool ownRoutes
    )
    {
        var limits = MissLimits.Read(configuration, ownRoutes ? MissLimits.OfOurRoutes : MissLimits.None);
        services.AddSingleton<EdgeMetrics>();
        services.AddSingleton(provider => new MissLimiter(
            limits,
            provider.GetRequiredService<EdgeMetrics>()
        ));
        services
            .AddOptions<HttpCacheOptions>()
            .Configure<MissLimiter>((cache, limiter) => cache.RefuseFetch = limiter.Refuse);
    }
}
