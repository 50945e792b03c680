using Microsoft.Extensions.Configuration;
using Weather.ServiceDefaults;

namespace Weather.Edge.Management;

/// <summary><c>Weather:Edge:Peers</c>: the management addresses of the other edges; a name stands for all its addresses.</summary>
internal static class ManagementPeers
{
    private const string Key = "Weather:Edge:Peers";

    public static IReadOnlyList<Uri> Read(IConfiguration configuration) =>
        [
            .. ConfigurationList
                .Read(configuration, Key)
                .Select(peer =>
                    Uri.TryCreate(peer, UriKind.Absolute, out Uri? address)
                    && address.Scheme is "http" or "https"
                    && address is { AbsolutePath: "/", Query.Length: 0, UserInfo.Length: 0 }
                        ? address
                        : throw new InvalidConfigurationException(
                            Key,
                            "must hold management addresses such as http://weather-edge:8081"
                        )
                ),
        ];
}
