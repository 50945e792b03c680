using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Weather.ServiceDefaults;
using Yarp.ReverseProxy.Configuration;

namespace Weather.Edge.Proxy;

/// <summary>Which paths go where: YARP's own section, with our routes to the API when it names none.</summary>
internal static class ApiProxy
{
    public const string Cluster = "api";
    private const string Section = "ReverseProxy";

    /// <summary>
    /// The API's paths, each with what counts in its cache key (see <see cref="KeyRules"/>); everything else is a file of the edge or 404.
    /// </summary>
    public static readonly (string Path, string Counts)[] Paths =
    [
        ("/v1/forecast", $"place city:ignore-case country:ignore-case {Point} {Window}"),
        // Its answer follows the order of the ids.
        ("/v1/forecasts", $"places {Window}"),
        ("/v1/places", "q:ignore-case lang:languages country:ignore-case limit"),
        ("/v1/places/{id}", "lang:languages"),
        ("/v1/{**path}", KeyRules.Others),
        ("/openapi/{**path}", KeyRules.Others),
        ("/docs/{**path}", KeyRules.Others),
        ("/about", "lang:languages=en|fr|ar"),
        ("/embed", KeyRules.Others),
        ("/oembed", KeyRules.Others),
    ];

    /// <summary>The API rounds to the same grid and steps; rounded here they are one key.</summary>
    private const string Point = "lat:grid=0.05 lon:grid=0.05";
    private const string Window = "lang:languages days:steps=1|3|7|10 hours:steps=0|0|48|168 include:set";

    /// <returns>True when the routes are ours, false when the operator's configuration names its own.</returns>
    public static bool AddProxy(this WebApplicationBuilder builder, IReadOnlyCollection<string>? apiAddresses)
    {
        IConfigurationSection section = builder.Configuration.GetSection(Section);
        bool ownRoutes = !section.GetSection("Routes").GetChildren().Any();
        bool clusterConfigured = section.GetSection($"Clusters:{Cluster}:Destinations").GetChildren().Any();
        IReverseProxyBuilder proxy = builder
            .Services.AddReverseProxy()
            .LoadFromConfig(section)
            .AddConfigFilter<OriginDefaults>()
            .ReportToHttpCache()
            .FilterRequestFields();
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
            [.. Paths.Select((path, k) => Route(path.Path, path.Counts, k))],
            clusterConfigured ? [] : [InProcess(apiAddresses!)]
        );
        return true;
    }

    private static RouteConfig Route(string path, string counts, int order) =>
        new()
        {
            RouteId = $"{Cluster}-{order}",
            ClusterId = Cluster,
            Match = new RouteMatch { Path = path, Methods = ["GET", "HEAD"] },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [KeyRules.Parameters] = counts,
            },
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
        };
}
