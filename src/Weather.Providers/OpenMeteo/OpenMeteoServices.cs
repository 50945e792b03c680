using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Refit;
using Weather.Providers.Budget;
using Weather.Providers.Refresh;
using Weather.Providers.State;
using Weather.Providers.Upstream;

namespace Weather.Providers.OpenMeteo;

/// <summary>Registers what decides when Open-Meteo is asked: its quota, and the runs of its models.</summary>
internal static partial class OpenMeteoServices
{
    public static void AddOpenMeteoRefresh(
        this IServiceCollection services,
        IConfiguration configuration,
        OpenMeteoOptions options,
        string? contact
    )
    {
        if (OpenMeteoPlan.Read(configuration, options) is { } plan)
        {
            services.AddSingleton(provider => Budget(provider, plan, options));
        }

        services.AddSingleton(RefreshSettings.Read(configuration, options));
        services.AddSingleton<ModelRunWatch>();
        services.AddSingleton(provider => new OpenMeteoRefresh(
            provider.GetRequiredService<ModelRunWatch>(),
            provider.GetRequiredService<UpstreamBudgets>()[OpenMeteoProvider.ProviderName],
            provider.GetRequiredService<RefreshOptions>(),
            // Spreads refreshes over time; nothing secret hangs on it.
#pragma warning disable CA5394
            Random.Shared.NextDouble
#pragma warning restore CA5394
        ));
        // Without the key: this is free, and asked of the same host.
        services
            .AddRefitGeneratedClient<IOpenMeteoMetadataApi>(new RefitSettings(), "open-meteo-metadata")
            .ConfigureUpstream(options.Address, contact);
    }

    private static UpstreamBudget Budget(IServiceProvider services, BudgetPlan plan, OpenMeteoOptions options)
    {
        ILogger logger = services.GetRequiredService<ILogger<UpstreamBudget>>();
        // A quota belongs to a host; trying a stand-in spends nothing of the real one's.
        string? path = services
            .GetRequiredService<StateDirectory>()
            .File($"{OpenMeteoProvider.ProviderName}@{options.Address.Host}-{options.Address.Port}.ledger");
        if (path is null)
        {
            LogForgets(logger);
        }

        return new UpstreamBudget(
            OpenMeteoProvider.ProviderName,
            plan,
            OpenMeteoProvider.Weight,
            new SpendingLedger(path, logger),
            services.GetRequiredService<TimeProvider>()
        );
    }

    [LoggerMessage(
        3502,
        LogLevel.Warning,
        "There is no state directory (Weather:StateDirectory): a restart forgets how much of the provider's quota is spent"
    )]
    private static partial void LogForgets(ILogger logger);
}
