using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using Weather.ServiceDefaults;

namespace Weather.Edge.Limits;

/// <summary>
/// <c>Weather:Edge:TrustedProxies</c>: the balancers whose <c>X-Forwarded-For</c> is believed, as addresses or networks. Anybody else could name
/// any client; then the peer itself is the client.
/// </summary>
internal static partial class TrustedProxies
{
    private const string Key = "Weather:Edge:TrustedProxies";

    public static void UseTrustedProxies(this IApplicationBuilder app, IConfiguration configuration)
    {
        string[] listed = ConfigurationList.Read(configuration, Key);
        if (listed.Length > 0)
        {
            app.UseForwardedHeaders(Read(listed));
            return;
        }

        ILogger logger = app
            .ApplicationServices.GetRequiredService<ILoggerFactory>()
            .CreateLogger(typeof(TrustedProxies));
        bool said = false;
        app.Use(
            (http, next) =>
            {
                if (!said && !StringValues.IsNullOrEmpty(http.Request.Headers["X-Forwarded-For"]))
                {
                    said = true;
                    LogUntrusted(logger);
                }

                return next(http);
            }
        );
    }

    private static ForwardedHeadersOptions Read(string[] listed)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor,
            // As many hops as there are proxies that we trust.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (string entry in listed)
        {
            if (IPAddress.TryParse(entry, out IPAddress? address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(entry, out System.Net.IPNetwork network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new InvalidConfigurationException(
                    Key,
                    "must hold addresses and networks such as 10.0.0.7, 10.0.0.0/8 or 2001:db8::/32"
                );
            }
        }

        return options;
    }

    [LoggerMessage(
        400,
        LogLevel.Warning,
        "Requests come with X-Forwarded-For and "
            + Key
            + " is not set: it is not believed, and all clients behind a proxy count as one"
    )]
    private static partial void LogUntrusted(ILogger logger);
}
