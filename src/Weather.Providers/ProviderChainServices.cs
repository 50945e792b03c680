using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Weather.Providers.Breakers;
using Weather.Providers.Budget;
using Weather.Providers.Upstream;

namespace Weather.Providers;

/// <summary>Registers <see cref="ProviderChain"/>: every <see cref="IForecastProvider"/> behind its breaker and its budget, in order.</summary>
internal static class ProviderChainServices
{
    public static void AddProviderChain(this IServiceCollection services)
    {
        services.AddSingleton(provider => new UpstreamBreakers(
            new BreakerOptions(),
            provider.GetRequiredService<TimeProvider>(),
            // Spreads probes over nodes; nothing secret hangs on it.
#pragma warning disable CA5394
            Random.Shared.NextDouble,
#pragma warning restore CA5394
            provider.GetRequiredService<UpstreamMetrics>()
        ));
        services.AddSingleton<UpstreamBudgets>();
        services.AddSingleton(provider => new ProviderChain(
            provider.GetServices<IForecastProvider>().Select(upstream => Guard(provider, upstream)),
            new ChainOptions(),
            provider.GetRequiredService<TimeProvider>()
        ));
    }

    private static GuardedProvider Guard(IServiceProvider services, IForecastProvider upstream) =>
        new(
            upstream,
            services.GetRequiredService<UpstreamBreakers>()[upstream.Name],
            services.GetRequiredService<UpstreamBudgets>()[upstream.Name],
            services.GetRequiredService<UpstreamMetrics>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<ProviderChain>>()
        );
}
