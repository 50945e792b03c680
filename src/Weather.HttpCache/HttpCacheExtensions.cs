using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Weather.HttpCache.Fetching;
using Weather.HttpCache.Serving;
using Weather.HttpCache.Store;
using Weather.HttpCache.Telemetry;

namespace Weather.HttpCache;

/// <summary>How a host takes the cache.</summary>
public static class HttpCacheExtensions
{
    private const int LongestBody = 1 << 30;

    public static IServiceCollection AddHttpCache(
        this IServiceCollection services,
        Action<HttpCacheOptions>? configure = null
    )
    {
        services
            .AddOptions<HttpCacheOptions>()
            .Configure(configure ?? (_ => { }))
            .Validate(
                options =>
                    options.SoftDeadline < options.FetchDeadline
                    && options.SoftDeadline >= TimeSpan.Zero
                    && options.ProbeInterval > TimeSpan.Zero
                    && options.MaxBytes > options.MaxBodyBytes
                    && options.MaxBodyBytes is > 0 and <= LongestBody,
                "The soft deadline must be shorter than the fetch deadline, and one body must fit into the cache and be no longer than 1 GiB."
            );
        services.AddMetrics();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new CacheStore(
            provider.GetRequiredService<IOptions<HttpCacheOptions>>().Value.MaxBytes
        ));
        services.AddSingleton<RequestKeys>();
        services.AddSingleton<EntryCoder>();
        services.AddSingleton<CacheMetrics>();
        services.AddSingleton<OriginHealths>();
        services.AddSingleton<Fetcher>();
        services.AddSingleton<AnswerKeeper>();
        services.AddSingleton<MissMemory>();
        services.AddSingleton<KeyTroubles>();
        services.AddSingleton<FetchCoordinator>();
        services.AddHostedService<FetchDrain>();
        services.AddSingleton<OutcomeSender>();
        services.AddSingleton<MissHandler>();
        services.AddSingleton<Invalidator>();
        services.AddSingleton(provider => new SharedHttpCache(
            provider.GetRequiredService<CacheStore>(),
            provider.GetRequiredService<FetchCoordinator>(),
            provider.GetRequiredService<CacheMetrics>(),
            provider.GetRequiredService<IOptions<HttpCacheOptions>>().Value.MaxBytes
        ));
        return services;
    }

    /// <summary>
    /// Puts the cache between routing and the endpoints. What must be decided per client (CORS, limits, authentication) stands
    /// before it.
    /// </summary>
    public static IApplicationBuilder UseHttpCache(this IApplicationBuilder app) =>
        app.UseMiddleware<HttpCacheMiddleware>();
}
