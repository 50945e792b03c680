using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using ZiggyCreatures.Caching.Fusion;

namespace Weather.Api.Purging;

/// <summary>Registers what purges the value cache.</summary>
internal static class PurgeServices
{
    public static void AddPurging(this IServiceCollection services, string keyPrefix)
    {
        services.AddSingleton<ApiPurge>();
        services.AddSingleton<ForecastPurge>();
        services.AddSingleton<RunningFetches>();
        services.AddSingleton(provider => new CacheEpoch(
            provider.GetService<IDistributedCache>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(provider => new ValuePurge(
            provider.GetRequiredService<IFusionCache>(),
            provider.GetService<IDistributedCache>(),
            keyPrefix
        ));
        services.AddHostedService<EpochWatch>();
    }
}
