using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Weather.Providers.Upstream;

namespace Weather.Providers.Alerts;

internal static class AlertServices
{
    /// <summary>Adds <see cref="AlertFeeds"/> with those of the configuration; none is a feed that says nothing.</summary>
    public static IHttpClientBuilder AddAlertFeeds(
        this IServiceCollection services,
        IConfiguration configuration,
        string? contact
    )
    {
        IReadOnlyDictionary<string, Uri> feeds = AlertOptions.Read(configuration, contact);
        services.AddSingleton<AlertFeedClient>();
        services.AddSingleton(provider => new AlertFeeds(
            feeds,
            provider.GetRequiredService<AlertFeedClient>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<UpstreamMetrics>()
        ));
        return services
            .AddHttpClient(AlertFeedClient.ClientName)
            .ConfigureUpstream(baseAddress: null, contact)
            .AddHttpMessageHandler(() => new SameHostRedirectHandler());
    }
}
