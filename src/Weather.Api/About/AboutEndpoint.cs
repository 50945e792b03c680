using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.TimeZones;
using Weather.Api.Requests;
using Weather.Places;
using Weather.Providers;
using Weather.Providers.Air;
using Weather.ServiceDefaults;

namespace Weather.Api.About;

/// <summary><c>/about</c>: sources and licences, for people. A page, hence not in the API's description.</summary>
internal static class AboutEndpoint
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapAbout(this IEndpointRouteBuilder endpoints)
    {
        // Nothing of it changes while the process runs.
        var pages = new ConcurrentDictionary<AboutWords, byte[]>();
        endpoints
            .MapMethods(
                "/about",
                Methods,
                (HttpContext http, string? lang) =>
                {
                    byte[] page = pages.GetOrAdd(
                        AboutWords.For(lang),
                        words =>
                            Encoding.UTF8.GetBytes(
                                new AboutPage(words, Credits(endpoints.ServiceProvider)).Render()
                            )
                    );
                    http.Response.Headers.ContentSecurityPolicy = AboutStyle.Policy;
                    return new Body(page, "text/html; charset=utf-8", Freshness.Static);
                }
            )
            .AllowOnly("lang")
            .ExcludeFromDescription();
    }

    private static AboutCredits Credits(IServiceProvider services) =>
        new()
        {
            Forecasts = [.. services.GetServices<IForecastProvider>().Select(provider => provider.Credit)],
            Air = [.. services.GetServices<IAirQualityProvider>().Select(provider => provider.Credit)],
            Places = PlacesCredits.Sources,
            Provenance = services.GetRequiredService<IGazetteer>().Provenance,
            Software = Software.Credits,
            TzdbVersion = TzdbDateTimeZoneSource.Default.TzdbVersion,
            Version = ServiceProcess.Version,
        };
}
