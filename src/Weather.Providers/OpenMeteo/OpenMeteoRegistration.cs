using Microsoft.Extensions.DependencyInjection;
using Refit;
using Weather.Providers.Upstream;

namespace Weather.Providers.OpenMeteo;

internal static class OpenMeteoRegistration
{
    private const string KeyHeader = "X-Api-Key";

    /// <param name="services">What to add to.</param>
    /// <param name="options">Where to ask, and with which key.</param>
    /// <param name="contact">The operator's; null when not told.</param>
    public static IHttpClientBuilder AddOpenMeteo(
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

        return client;
    }
}
