using System.Globalization;
using Weather.Edge.Proxy;
using Weather.HttpCache;
using Weather.ServiceDefaults.Purging;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;

namespace Weather.Edge.Management;

/// <summary>
/// What a purge means for an edge: first the API elsewhere, then this cache and the peers. An edge that forgot before the API did would fetch the old
/// answer again.
/// </summary>
/// <param name="cache">This edge's.</param>
/// <param name="proxy">Knows where the API is.</param>
/// <param name="nodes">Asks the others.</param>
/// <param name="peers">The other edges.</param>
internal sealed class EdgePurge(
    SharedHttpCache cache,
    IProxyStateLookup proxy,
    ManagementNodes nodes,
    IReadOnlyList<Uri> peers
)
{
    private const string Node = "edge";

    /// <param name="purge">What to forget.</param>
    /// <param name="apiIsElsewhere">Whether the API's values are not of this process, and are there at all.</param>
    /// <param name="cancellationToken">The operator's patience.</param>
    public async Task<IReadOnlyList<NodeResult>> PurgeAsync(
        Purge purge,
        bool apiIsElsewhere,
        CancellationToken cancellationToken
    )
    {
        if (purge.ThisNodeAlone)
        {
            return [Forget(purge)];
        }

        IReadOnlyList<NodeResult> api = apiIsElsewhere ? await PurgeApiAsync(purge, cancellationToken) : [];
        Task<IReadOnlyList<NodeResult>> others = nodes.PurgeAsync(peers, purge, cancellationToken);
        NodeResult here = Forget(purge);
        return [.. api, here, .. await others];
    }

    private NodeResult Forget(Purge purge) =>
        new(
            Node,
            Ok: true,
            purge.Place is { } place
                ? cache.PurgeTag(string.Create(CultureInfo.InvariantCulture, $"place-{place}"))
                : cache.PurgeAll()
        );

    /// <summary>A destination's <c>Health</c> address is its API's management port.</summary>
    private async Task<IReadOnlyList<NodeResult>> PurgeApiAsync(
        Purge purge,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<DestinationState> destinations = proxy.TryGetCluster(
            ApiProxy.Cluster,
            out ClusterState? cluster
        )
            ? cluster.DestinationsState.AllDestinations
            : [];
        List<Uri> known = [];
        List<NodeResult> unknown = [];
        foreach (DestinationState destination in destinations)
        {
            if (Uri.TryCreate(destination.Model.Config.Health, UriKind.Absolute, out Uri? management))
            {
                known.Add(new Uri(management.GetLeftPart(UriPartial.Authority)));
            }
            else
            {
                unknown.Add(
                    NodeResult.Failed(
                        $"api {destination.Model.Config.Address}",
                        $"ReverseProxy:Clusters:{ApiProxy.Cluster}:Destinations:{destination.DestinationId}:Health must name its management address."
                    )
                );
            }
        }

        return [.. unknown, .. await nodes.PurgeAsync(known, purge, cancellationToken)];
    }
}
