using Microsoft.Extensions.DependencyInjection;
using Refit;
using Weather.Providers.Upstream;

namespace Weather.Providers.MetNorway;

internal static class MetNorwayRegistration
{
    /// <param name="services">What to add to.</param>
    /// <param name="options">Where to ask.</param>
    /// <param name="contact">The operator's; MET refuses the nameless.</param>
    public static IHttpClientBuilder AddMetNorway(
        this IServiceCollection services,
        MetNorwayOptions options,
        string contact
    )
    {
        services.AddSingleton<MetNorwayPace>();
        services.AddSingleton<IForecastProvider, MetNorwayProvider>();
        return services
            .AddRefitGeneratedClient<IMetNorwayApi>(new RefitSettings(), MetNorwayProvider.ProviderName)
            .ConfigureUpstream(options.BaseAddress, contact)
            .AddHttpMessageHandler(() => new SameHostRedirectHandler());
    }
}
