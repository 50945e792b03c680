using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Weather.HttpCache;
using Weather.ServiceDefaults;
using Yarp.ReverseProxy;

namespace Weather.Edge.Management;

/// <summary>Registers what the edge does on the management port.</summary>
internal static class ManagementServices
{
    public static void AddManagement(this IServiceCollection services, IConfiguration configuration)
    {
        IReadOnlyList<Uri> peers = ManagementPeers.Read(configuration);
        services.AddSingleton(_ => new ManagementNodes(
            ManagementToken.Of(configuration),
            Dns.GetHostAddressesAsync
        ));
        services.AddSingleton(provider => new EdgePurge(
            provider.GetRequiredService<SharedHttpCache>(),
            provider.GetRequiredService<IProxyStateLookup>(),
            provider.GetRequiredService<ManagementNodes>(),
            peers
        ));
    }
}
