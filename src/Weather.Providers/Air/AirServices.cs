using Microsoft.Extensions.DependencyInjection;
using Refit;
using Weather.Providers.Budget;
using Weather.Providers.OpenMeteo;
using Weather.Providers.Upstream;

namespace Weather.Providers.Air;

internal static class AirServices
{
    private const string KeyHeader = "X-Api-Key";

    /// <summary>Air quality from the host that belongs to the forecasts' one; the same terms bind both.</summary>
    public static IHttpClientBuilder AddOpenMeteoAir(
        this IServiceCollection services,
        OpenMeteoOptions options,
        string? contact
    )
    {
        services.AddSingleton<OpenMeteoAirProvider>();
        services.AddSingleton<IAirQualityProvider>(provider =>
        {
            var air = provider.GetRequiredService<OpenMeteoAirProvider>();
            return
                options.AirSharesQuota
                && provider.GetRequiredService<UpstreamBudgets>()[OpenMeteoProvider.ProviderName]
                    is { } budget
                ? new BudgetedAirProvider(air, budget, provider.GetRequiredService<UpstreamMetrics>())
                : air;
        });
        IHttpClientBuilder client = services
            .AddRefitGeneratedClient<IOpenMeteoAirApi>(new RefitSettings(), OpenMeteoAirProvider.ClientName)
            .ConfigureUpstream(options.AirAddress, contact)
            .RedactLoggedHeaders([KeyHeader]);
        if (options.ApiKey is { Length: > 0 } key)
        {
            client.ConfigureHttpClient(http => http.DefaultRequestHeaders.Add(KeyHeader, key));
        }

        return client;
    }
}
