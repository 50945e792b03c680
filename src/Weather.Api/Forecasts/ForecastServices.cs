using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Weather.Api.Air;
using Weather.Api.Alerts;
using Weather.Api.Purging;
using Weather.Providers.State;
using ZiggyCreatures.Caching.Fusion;

namespace Weather.Api.Forecasts;

/// <summary>Registers the forecast cache: FusionCache with a <see cref="SecondLevel"/>.</summary>
internal static class ForecastServices
{
    public static void AddForecasts(
        this IServiceCollection services,
        IConfiguration configuration,
        StateDirectory state,
        string upstreams
    )
    {
        var options = new ForecastCacheOptions();
        services.AddSingleton(options);
        services.AddSingleton(DateTimeZoneProviders.Tzdb);
        services.AddSingleton<ForecastDocuments>();
        services.AddSingleton<ForecastCache>();
        services.AddSingleton<AirCache>();
        services.AddSingleton<AlertCache>();
        services.AddSingleton<ExtraBlocks>();
        services.AddSingleton<ApiMetrics>();
        services.AddPurging(KeyPrefix(upstreams));
        services.AddSingleton<IMemoryCache>(
            new MemoryCache(new MemoryCacheOptions { SizeLimit = options.MostEntries })
        );
        IFusionCacheBuilder cache = services
            .AddFusionCache()
            .WithRegisteredMemoryCache()
            .WithOptions(fusion =>
            {
                // With tagging on, every read also reads two tag keys, and a hung Redis then slows hits in memory.
                fusion.DisableTagging = true;
                // What other upstreams said (a trial with a stand-in) is not what these say.
                fusion.CacheKeyPrefix = KeyPrefix(upstreams);
                fusion.DistributedCacheCircuitBreakerDuration = TimeSpan.FromSeconds(10);
            })
            .WithDefaultEntryOptions(entry =>
            {
                entry.Size = 1;
                entry.IsFailSafeEnabled = true;
                entry.FailSafeMaxDuration = options.KeepStale;
                entry.FailSafeThrottleDuration = options.RetryStale;
                entry.FactorySoftTimeout = options.StaleAfter;
                entry.AllowTimedOutFactoryBackgroundCompletion = true;
                entry.JitterMaxDuration = options.Jitter;
                entry.DistributedCacheHardTimeout = options.RedisPatience;
                entry.DistributedCacheSoftTimeout = options.RedisPatience;
                entry.AllowBackgroundDistributedCacheOperations = true;
            });
        services.AddSecondLevel(cache, configuration, state);
    }

    internal static string KeyPrefix(string upstreams) => $"{ForecastSerializer.WireVersion}:{upstreams}:";
}
