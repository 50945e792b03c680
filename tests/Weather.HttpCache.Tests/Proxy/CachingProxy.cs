using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Weather.HttpCache.Tests.Proxy;

/// <summary>The cache in front of YARP in front of one origin, on real sockets.</summary>
public static class CachingProxy
{
    public static WebApplication Build(
        string url,
        string origin,
        TimeProvider? time = null,
        Action<HttpCacheOptions>? configure = null,
        CacheKeyRule? rule = null,
        Action<IApplicationBuilder>? before = null,
        Version? version = null,
        Action<WebApplicationBuilder>? host = null
    )
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
        });
        builder.Services.AddRouting();
        builder.Services.AddHttpCache(options =>
        {
            options.ForwardingFailed = OriginReport.Failed;
            configure?.Invoke(options);
        });
        host?.Invoke(builder);
        if (time is not null)
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(time));
        }

        builder
            .Services.AddReverseProxy()
            .ReportToHttpCache()
            .LoadFromMemory(
                [
                    new RouteConfig
                    {
                        RouteId = "all",
                        ClusterId = "origin",
                        Match = new RouteMatch { Path = "/{**path}" },
                    },
                ],
                [
                    new ClusterConfig
                    {
                        ClusterId = "origin",
                        Destinations = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal)
                        {
                            ["one"] = new() { Address = origin },
                        },
                        HttpClient = new HttpClientConfig
                        {
                            RequestHeaderEncoding = "latin1",
                            ResponseHeaderEncoding = "latin1",
                        },
                        HttpRequest = new ForwarderRequestConfig
                        {
                            ActivityTimeout = TimeSpan.FromSeconds(8),
                            Version = version,
                            VersionPolicy = version is null ? null : HttpVersionPolicy.RequestVersionExact,
                        },
                    },
                ]
            );
        WebApplication app = builder.Build();
        app.Urls.Add(url);
        app.UseRouting();
        before?.Invoke(app);
        app.UseHttpCache();
        app.MapReverseProxy()
            .Add(endpoint =>
            {
                if (rule is not null)
                {
                    endpoint.Metadata.Add(rule);
                }
            });
        return app;
    }
}
