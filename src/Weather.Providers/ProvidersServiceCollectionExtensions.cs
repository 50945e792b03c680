using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Refit;
using Weather.Providers.Air;
using Weather.Providers.Alerts;
using Weather.Providers.OpenMeteo;
using Weather.Providers.Sample;
using Weather.Providers.Upstream;

namespace Weather.Providers;

public static class ProvidersServiceCollectionExtensions
{
    private const string KeyHeader = "X-Api-Key";

    /// <summary>Adds <see cref="ProviderChain"/> with the providers that the configuration allows, real ones first.</summary>
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
        services.AddSingleton<UpstreamMetrics>();
        services.AddSingleton<ProviderChain>();
        if (settings.OpenMeteo.Enabled)
        {
            services.AddOpenMeteo(settings.OpenMeteo, settings.Contact);
            services.AddOpenMeteoAir(settings.OpenMeteo, settings.Contact);
        }

        if (settings.Sample)
        {
            services.AddSingleton<IForecastProvider, SampleProvider>();
        }

        services.AddAlertFeeds(configuration, settings.Contact);
        return services;
    }

    private static void AddOpenMeteo(
        this IServiceCollection services,
        OpenMeteoOptions options,
        string? contact
    )
    {
        services.AddSingleton(options);
        services.AddSingleton<IForecastProvider, OpenMeteoProvider>();
        IHttpClientBuilder client = services
            .AddRefitGeneratedClient<IOpenMeteoApi>(new RefitSettings(), OpenMeteoProvider.ProviderName)
            .ConfigureUpstream(options.Address, contact)
            .RedactLoggedHeaders([KeyHeader]);
        if (options.ApiKey is { Length: > 0 } key)
        {
            client.ConfigureHttpClient(http => http.DefaultRequestHeaders.Add(KeyHeader, key));
        }
    }
}
