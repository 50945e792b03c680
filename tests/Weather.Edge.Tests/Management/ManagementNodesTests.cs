using System.Net;
using Weather.Edge.Management;
using Weather.ServiceDefaults.Purging;
using Weather.StandIns;
using Xunit;

namespace Weather.Edge.Tests.Management;

public sealed class ManagementNodesTests
{
    [Fact]
    public async Task A_name_means_all_its_addresses()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningNode first = await RunningNode.AllAsync(upstream);
        int port = new Uri(first.ManagementUrl).Port;
        await using RunningNode second = await RunningNode.AllAsync(
            upstream,
            ("Weather:Management:Url", $"http://127.0.0.2:{port}")
        );
        using var nodes = new ManagementNodes(
            RunningNode.Token,
            (name, _) =>
                Task.FromResult(
                    name == "weather-edge.internal"
                        ? new[] { "127.0.0.1", "127.0.0.2", "127.0.0.3" }.Select(IPAddress.Parse).ToArray()
                        : []
                )
        );

        IReadOnlyList<NodeResult> results = await nodes.PurgeAsync(
            [new Uri($"http://weather-edge.internal:{port}")],
            new Purge(Place: null, Instant: 1, ThisNodeAlone: false),
            cancel
        );

        Assert.Equal(
            [
                ($"api http://127.0.0.1:{port}", true),
                ($"edge http://127.0.0.1:{port}", true),
                ($"api http://127.0.0.2:{port}", true),
                ($"edge http://127.0.0.2:{port}", true),
                ($"http://127.0.0.3:{port}", false),
            ],
            results.Select(node => (node.Node, node.Ok))
        );
    }

    [Theory]
    [InlineData("weather-edge:8081")]
    [InlineData("ftp://weather-edge")]
    [InlineData("http://weather-edge:8081/cache/purge")]
    public async Task A_peer_that_is_no_address_stops_the_start(string peer)
    {
        var refused = await Assert.ThrowsAsync<Weather.ServiceDefaults.InvalidConfigurationException>(() =>
            RunningEdge.StartAsync(("Weather:Edge:Peers:0", peer))
        );
        Assert.Equal("Weather:Edge:Peers", refused.Key);
    }
}
