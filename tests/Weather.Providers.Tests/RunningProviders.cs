using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Weather.Providers.Air;
using Weather.Providers.Alerts;
using Weather.Providers.Refresh;

namespace Weather.Providers.Tests;

/// <summary>The providers as the service registers them, in front of whatever listens at the given address.</summary>
internal sealed class RunningProviders : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private RunningProviders(ServiceProvider services) => _services = services;

    public ProviderChain Chain => _services.GetRequiredService<ProviderChain>();

    public IAirQualityProvider Air => _services.GetRequiredService<IAirQualityProvider>();

    public AlertFeeds Alerts => _services.GetRequiredService<AlertFeeds>();

    /// <summary>Completes when the look at the models' metadata has ended that is under way.</summary>
    public Task MetadataAsync() => _services.GetRequiredService<ModelRunWatch>().Looking;

    public IServiceProvider Services => _services;

    /// <summary>Names in the order of asking.</summary>
    public IReadOnlyList<string> Names =>
        [.. _services.GetServices<IForecastProvider>().Select(provider => provider.Name)];

    public IForecastProvider this[string name] =>
        _services.GetServices<IForecastProvider>().Single(provider => provider.Name == name);

    /// <summary>MET Norway alone.</summary>
    public static RunningProviders CreateMetNorway(
        Uri metNorway,
        TimeProvider? time = null,
        Action<IServiceCollection>? configure = null,
        params (string Key, string? Value)[] settings
    ) =>
        Create(
            new Uri("http://127.0.0.1:1/"),
            time,
            development: false,
            configure,
            [
                ("Weather:Operator:Contact", "ops@news.example"),
                ("Weather:Providers:OpenMeteo:Enabled", "false"),
                ("Weather:Providers:MetNorway:BaseAddress", metNorway.ToString()),
                .. settings,
            ]
        );

    public static RunningProviders Create(
        Uri openMeteo,
        TimeProvider? time = null,
        bool development = false,
        params (string Key, string? Value)[] settings
    ) => Create(openMeteo, time, development, configure: null, settings);

    public static RunningProviders Create(
        Uri openMeteo,
        TimeProvider? time,
        bool development,
        Action<IServiceCollection>? configure,
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
                // The last one counts.
                settings
                    .Reverse()
                    .DistinctBy(setting => setting.Key, StringComparer.Ordinal)
                    .Select(setting => KeyValuePair.Create(setting.Key, setting.Value))
            )
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddWeatherProviders(configuration, development);
        configure?.Invoke(services);
        return new RunningProviders(services.BuildServiceProvider());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
