using Weather.Api;
using Weather.Edge;
using Weather.ServiceDefaults;

namespace Weather.Server;

/// <summary>What <c>all</c>, <c>edge</c> and <c>api</c> mean. The code path is the same; only who runs here differs.</summary>
internal static class Roles
{
    private const string DefaultUrl = "http://localhost:8080";

    public static IReadOnlyList<IServiceRole> Choose(string? role, IConfiguration configuration)
    {
        string[] urls = PublicUrls(configuration);
        switch (string.IsNullOrEmpty(role) ? "all" : role.ToLowerInvariant())
        {
            case "all":
                var api = new ApiRole(["http://127.0.0.1:0"], isPublic: false);
                return [api, new EdgeRole(urls, () => api.Addresses)];
            case "edge":
                return [new EdgeRole(urls, apiAddresses: null)];
            case "api":
                return [new ApiRole(urls, isPublic: true)];
            default:
                throw new InvalidConfigurationException("Weather:Role", "must be all, edge or api");
        }
    }

    /// <summary><c>ASPNETCORE_URLS</c> (or <c>--urls</c>) wins; container images set <c>ASPNETCORE_HTTP_PORTS</c>.</summary>
    private static string[] PublicUrls(IConfiguration configuration)
    {
        if (Split(configuration["urls"]) is { Length: > 0 } urls)
        {
            return [.. urls.Select(Address)];
        }

        // Endpoints of the Kestrel section are opened by Kestrel itself.
        if (configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
        {
            return [];
        }

        string[] ports =
        [
            .. Split(configuration["http_ports"]).Select(port => Address($"http://*:{port}")),
            .. Split(configuration["https_ports"]).Select(port => Address($"https://*:{port}")),
        ];
        return ports.Length > 0 ? ports : [DefaultUrl];
    }

    private static string Address(string url)
    {
        try
        {
            BindingAddress.Parse(url);
            return url;
        }
        catch (FormatException)
        {
            throw new InvalidConfigurationException(
                "ASPNETCORE_URLS",
                "must hold addresses such as http://localhost:8080 or http://*:8080"
            );
        }
    }

    private static string[] Split(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
