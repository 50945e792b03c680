using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Weather.Providers.Air;
using Weather.Providers.Alerts;

namespace Weather.Providers.Tests;

/// <summary>The providers as the service registers them, in front of whatever listens at the given address.</summary>
internal sealed class RunningProviders : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private RunningProviders(ServiceProvider services) => _services = services;

    public ProviderChain Chain => _services.GetRequiredService<ProviderChain>();

    public IAirQualityProvider Air => _services.GetRequiredService<IAirQualityProvider>();

    public AlertFeeds Alerts => _services.GetRequiredService<AlertFeeds>();

    public IForecastProvider this[string name] =>
        _services.GetServices<IForecastProvider>().Single(provider => provider.Name == name);

    public static RunningProviders Create(
        Uri openMeteo,
        TimeProvider? time = null,
        bool development = false,
        params (string Key, string? Value)[] settings
    )
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Weather:Usage"] = "non-commercial",
                    ["Weather:Providers:OpenMeteo:BaseAddress"] = openMeteo.ToString(),
                }
            )
            .AddInMemoryCollection(
                settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))
            )
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddWeatherProviders(configuration, development);
        return new RunningProviders(services.BuildServiceProvider());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
