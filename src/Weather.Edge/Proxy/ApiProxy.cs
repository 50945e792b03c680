using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Weather.ServiceDefaults;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Weather.Edge.Proxy;

/// <summary>Which paths go where: YARP's own section, with our routes to the API when it names none.</summary>
internal static class ApiProxy
{
    public const string Cluster = "api";
    private const string Section = "ReverseProxy";

    /// <summary>The API's paths; everything else is a file of the edge or 404.</summary>
    public static readonly string[] Paths =
    [
        "/v1/{**path}",
        "/openapi/{**path}",
        "/docs/{**path}",
        "/about",
        "/embed",
        "/oembed",
    ];

    /// <returns>True when the routes are ours, false when the operator's configuration names its own.</returns>
    public static bool AddProxy(this WebApplicationBuilder builder, IReadOnlyCollection<string>? apiAddresses)
    {
        IConfigurationSection section = builder.Configuration.GetSection(Section);
        bool ownRoutes = !section.GetSection("Routes").GetChildren().Any();
        bool clusterConfigured = section.GetSection($"Clusters:{Cluster}:Destinations").GetChildren().Any();
        IReverseProxyBuilder proxy = builder.Services.AddReverseProxy().LoadFromConfig(section);
        if (!ownRoutes)
        {
            return false;
        }

        if (apiAddresses is null && !clusterConfigured)
        {
            throw new InvalidConfigurationException(
                $"{Section}:Clusters:{Cluster}:Destinations",
                "must name where the API is, for example "
                    + $"{Section}__Clusters__{Cluster}__Destinations__1__Address=http://api:8080"
            );
        }

        proxy.LoadFromMemory(
            [.. Paths.Select((path, k) => Route(path, k))],
            clusterConfigured ? [] : [InProcess(apiAddresses!)]
        );
        return true;
    }

    private static RouteConfig Route(string path, int order) =>
        new()
        {
            RouteId = $"{Cluster}-{order}",
            ClusterId = Cluster,
            Match = new RouteMatch { Path = path, Methods = ["GET", "HEAD"] },
        };

    private static ClusterConfig InProcess(IReadOnlyCollection<string> addresses) =>
        new()
        {
            ClusterId = Cluster,
            Destinations = addresses
                .Select((address, k) => (Name: $"{Cluster}-{k}", address))
                .ToDictionary(
                    pair => pair.Name,
                    pair => new DestinationConfig { Address = pair.address },
                    StringComparer.Ordinal
                ),
            HttpClient = new HttpClientConfig
            {
                RequestHeaderEncoding = "latin1",
                ResponseHeaderEncoding = "latin1",
            },
            HttpRequest = new ForwarderRequestConfig { ActivityTimeout = TimeSpan.FromSeconds(8) },
        };
}
