using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Weather.Providers.Air;
using Weather.Providers.Alerts;
using Weather.Providers.MetNorway;
using Weather.Providers.OpenMeteo;
using Weather.Providers.Recording;
using Weather.Providers.Sample;
using Weather.Providers.State;
using Weather.Providers.Upstream;

namespace Weather.Providers;

public static class ProvidersServiceCollectionExtensions
{
    /// <summary>Adds <see cref="ProviderChain"/> with the providers that the configuration allows, in their order.</summary>
    /// <exception cref="OptionsValidationException">
    /// A setting is wrong, or the setup is against a provider's terms. The message is one sentence that names the key.
    /// </exception>
    public static IServiceCollection AddWeatherProviders(
        this IServiceCollection services,
        IConfiguration configuration,
        bool development
    )
    {
        ProviderSettings settings = ProviderSettings.Read(configuration, development);
        services.AddMetrics();
        services.AddLogging();
        services.AddSingleton<UpstreamMetrics>();
        services.AddSingleton(StateDirectory.Read(configuration, development));
        services.AddProviderChain();
        if (settings.Record is { Length: > 0 } folder)
        {
            services.AddExchangeRecorder(folder, secrets: [settings.OpenMeteo.ApiKey]);
        }

        foreach (string name in settings.Order)
        {
            IHttpClientBuilder client =
                name == MetNorwayProvider.ProviderName
                    ? services.AddMetNorway(settings.MetNorway, settings.Contact!)
                    : services.AddOpenMeteo(settings.OpenMeteo, settings.Contact);
            client.RecordExchanges();
        }

        if (settings.OpenMeteo.Enabled)
        {
            services.AddOpenMeteoRefresh(configuration, settings.OpenMeteo, settings.Contact);
            services.AddOpenMeteoAir(settings.OpenMeteo, settings.Contact).RecordExchanges();
        }

        if (settings.Sample)
        {
            services.AddSingleton<IForecastProvider, SampleProvider>();
        }

        services.AddAlertFeeds(configuration, settings.Contact).RecordExchanges();
        return services;
    }
}
