using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Weather.ServiceDefaults;

/// <summary>A web application inside the process: Kestrel and routing, everything else from the <see cref="RoleContext"/>.</summary>
public static class RoleHost
{
    /// <param name="context">The process.</param>
    /// <param name="urls">Where it listens, beside the endpoints of the <c>Kestrel</c> section.</param>
    /// <param name="isPublic">
    /// True for the public port: certificates and endpoints of the <c>Kestrel</c> section are its own. An inner port never
    /// takes them, or a TLS endpoint meant for the public would be opened twice.
    /// </param>
    public static WebApplicationBuilder CreateBuilder(
        RoleContext context,
        IReadOnlyCollection<string> urls,
        bool isPublic
    )
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions
            {
                EnvironmentName = context.EnvironmentName,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.Configuration.AddConfiguration(context.Configuration);
        // The caller has read them; the host would read them once more and warn that endpoints win.
        builder.Configuration.AddInMemoryCollection([
            new("urls", ""),
            new("http_ports", ""),
            new("https_ports", ""),
        ]);
        builder.Services.Replace(ServiceDescriptor.Singleton(context.LoggerFactory));
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, RoleLifetime>());
        builder.Services.AddSingleton(context.Time);
        builder.Services.AddSingleton(context.Draining);
        builder.Services.AddRouting();
        builder.WebHost.UseKestrelCore();
        if (isPublic)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Header bytes above 0x7F (obs-text, RFC 9110 5.5) pass through unchanged.
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
            kestrel.Configure(Endpoints(builder.Configuration, urls, isPublic));
        });
        return builder;
    }

    /// <summary>
    /// Kestrel leaves addresses aside as soon as endpoints are configured. Here both count: <c>ASPNETCORE_URLS</c> always says where the public port
    /// is, and a TLS or HTTP/2 endpoint stands beside it.
    /// </summary>
    private static ConfigurationManager Endpoints(
        ConfigurationManager configuration,
        IReadOnlyCollection<string> urls,
        bool isPublic
    )
    {
        var endpoints = new ConfigurationManager();
        if (isPublic)
        {
            endpoints.AddConfiguration(configuration.GetSection("Kestrel"));
        }

        // Kestrel opens endpoints in the order of their names: these come before those that begin with a letter.
        endpoints.AddInMemoryCollection(
            urls.Select((url, k) => KeyValuePair.Create($"Endpoints:(urls) {k}:Url", (string?)url))
        );
        return endpoints;
    }

    /// <summary>While draining, each answer tells its HTTP/1.1 connection to close.</summary>
    public static void UseDraining(this IApplicationBuilder app)
    {
        Draining draining = app.ApplicationServices.GetRequiredService<Draining>();
        app.Use(
            (http, next) =>
            {
                if (draining.Begun && HttpProtocol.IsHttp11(http.Request.Protocol))
                {
                    http.Response.Headers.Connection = "close";
                }

                return next(http);
            }
        );
    }
}
