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
    /// <param name="readsKestrelSection">
    /// True for the public port: certificates and endpoints of the <c>Kestrel</c> section are its own. An inner port never
    /// takes them, or a TLS endpoint meant for the public would be opened twice.
    /// </param>
    public static WebApplicationBuilder CreateBuilder(RoleContext context, bool readsKestrelSection)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions
            {
                EnvironmentName = context.EnvironmentName,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.Configuration.AddConfiguration(context.Configuration);
        builder.Services.Replace(ServiceDescriptor.Singleton(context.LoggerFactory));
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, RoleLifetime>());
        builder.Services.AddSingleton(context.Time);
        builder.Services.AddSingleton(context.Draining);
        builder.Services.AddRouting();
        builder.WebHost.UseKestrelCore();
        if (readsKestrelSection)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Header bytes above 0x7F (obs-text, RFC 9110 5.5) pass through unchanged.
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
            if (readsKestrelSection)
            {
                kestrel.Configure(builder.Configuration.GetSection("Kestrel"));
            }
        });
        return builder;
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
