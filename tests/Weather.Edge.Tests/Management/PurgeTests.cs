using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weather.ServiceDefaults.Purging;
using Weather.StandIns;
using Xunit;

namespace Weather.Edge.Tests.Management;

/// <summary><c>POST /cache/purge</c> over the nodes of an installation.</summary>
public sealed class PurgeTests
{
    private const string Rabat = "/v1/forecast?place=2538475";
    private const string PurgeRabat = "/cache/purge?place=2538475";
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PurgeRabat, 1)]
    [InlineData("/cache/purge?all=true", 2)]
    public async Task The_API_this_edge_and_its_peers_forget_and_each_says_so(string purge, int forgottenHere)
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningNode api = await RunningNode.ApiAsync(upstream);
        await using RunningNode peer = await RunningNode.EdgeAsync(ApiOf(api));
        await using RunningNode edge = await RunningNode.EdgeAsync([
            .. ApiOf(api),
            ("Weather:Edge:Peers", peer.ManagementUrl),
        ]);
        foreach (RunningNode node in new[] { peer, edge })
        {
            await node.Public.GetStringAsync(Rabat, Cancel);
            await node.Public.GetStringAsync("/v1/forecast?place=2542997", Cancel);
        }

        (HttpStatusCode status, PurgeReport report) = await PurgeAsync(edge, purge);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            [$"api {api.ManagementUrl}", "edge", $"edge {peer.ManagementUrl}"],
            report.Nodes.Select(node => node.Node),
            StringComparer.Ordinal
        );
        Assert.All(report.Nodes, node => Assert.True(node.Ok));
        Assert.Equal(
            [forgottenHere, forgottenHere],
            report.Nodes.Skip(1).Select(node => node.Removed!.Value)
        );
        foreach (RunningNode node in new[] { peer, edge })
        {
            Assert.Contains(
                "fwd=uri-miss",
                await node.CacheStatusAsync(Rabat, Cancel),
                StringComparison.Ordinal
            );
        }

        Assert.Equal(3, upstream.Calls);
    }

    [Fact]
    public async Task In_one_process_the_API_and_the_edge_forget()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningNode node = await RunningNode.AllAsync(upstream);
        await node.Public.GetStringAsync(Rabat, Cancel);

        (HttpStatusCode status, PurgeReport report) = await PurgeAsync(node, PurgeRabat);
        await node.Public.GetStringAsync(Rabat, Cancel);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal([new NodeResult("api", true, 1), new NodeResult("edge", true, 1)], report.Nodes);
        Assert.Equal(2, upstream.Calls);
    }

    [Fact]
    public async Task Nodes_that_are_each_others_peers_do_not_pass_it_on_again()
    {
        int port = Ports.Free();
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningNode one = await RunningNode.AllAsync(
            upstream,
            ("Weather:Edge:Peers", $"http://127.0.0.1:{port}")
        );
        await using RunningNode other = await RunningNode.AllAsync(
            upstream,
            ("Weather:Edge:Peers", one.ManagementUrl),
            ("Weather:Management:Url", $"http://127.0.0.1:{port}")
        );
        await other.Public.GetStringAsync(Rabat, Cancel);

        (HttpStatusCode status, PurgeReport report) = await PurgeAsync(one, "/cache/purge?all=true");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            ["api", "edge", $"api {other.ManagementUrl}", $"edge {other.ManagementUrl}"],
            report.Nodes.Select(node => node.Node),
            StringComparer.Ordinal
        );
        await other.Public.GetStringAsync(Rabat, Cancel);
        Assert.Equal(2, upstream.Calls);
    }

    [Fact]
    public async Task A_node_that_did_not_do_it_is_named_and_the_status_tells()
    {
        string dead = $"http://127.0.0.1:{Ports.Free()}";
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningNode api = await RunningNode.ApiAsync(upstream);
        await using RunningNode stranger = await RunningNode.EdgeAsync([
            .. ApiOf(api),
            ("Weather:Management:Token", "another"),
        ]);
        await using RunningNode edge = await RunningNode.EdgeAsync(
            ("ReverseProxy:Clusters:api:Destinations:one:Address", api.PublicUrl),
            ("Weather:Edge:Peers:0", dead),
            ("Weather:Edge:Peers:1", stranger.ManagementUrl),
            ("Weather:Edge:Peers:2", api.PublicUrl),
            ("Weather:Edge:Peers:3", "http://no-such-name.invalid:8081")
        );
        await edge.Public.GetStringAsync(Rabat, Cancel);

        (HttpStatusCode status, PurgeReport report) = await PurgeAsync(edge, PurgeRabat);

        Assert.Equal(HttpStatusCode.BadGateway, status);
        Assert.Equal(
            [
                (
                    $"api {api.PublicUrl}",
                    "ReverseProxy:Clusters:api:Destinations:one:Health must name its management address."
                ),
                ("edge", null),
                (dead, "It cannot be reached."),
                (
                    stranger.ManagementUrl,
                    "It refuses the token: Weather:Management:Token must be the same on all nodes."
                ),
                (api.PublicUrl, "This is no management port of ours."),
                ("http://no-such-name.invalid:8081", "The name has no address."),
            ],
            report.Nodes.Select(node => (node.Node, node.Reason))
        );
        Assert.Contains("fwd=uri-miss", await edge.CacheStatusAsync(Rabat, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_edge_forgets_only_after_the_API_did()
    {
        var gate = new TaskCompletionSource();
        await using ApiStandIn api = await ApiStandIn.StartAsync(http =>
        {
            http.Response.Headers["Cache-Tag"] = "place-2538475";
            return ApiStandIn.FreshAsync(http);
        });
        await using ApiStandIn management = await ApiStandIn.StartAsync(async http =>
        {
            await gate.Task;
            await http.Response.WriteAsync("""{"nodes":[{"node":"api","ok":true,"removed":1}]}""", Cancel);
        });
        await using RunningNode edge = await RunningNode.EdgeAsync(
            ("ReverseProxy:Clusters:api:Destinations:one:Address", api.Url),
            ("ReverseProxy:Clusters:api:Destinations:one:Health", management.Url)
        );
        await edge.Public.GetStringAsync(Rabat, Cancel);
        Task<(HttpStatusCode, PurgeReport)> purging = PurgeAsync(edge, PurgeRabat);
        await management.UntilAsync(
            request => request.Line.StartsWith("POST", StringComparison.Ordinal),
            Cancel
        );

        Assert.Contains("; hit", await edge.CacheStatusAsync(Rabat, Cancel), StringComparison.Ordinal);
        gate.SetResult();
        await purging;
        Assert.Contains("fwd=uri-miss", await edge.CacheStatusAsync(Rabat, Cancel), StringComparison.Ordinal);
        ReceivedRequest asked = management.Received.Single(request =>
            request.Line.StartsWith("POST", StringComparison.Ordinal)
        );
        Assert.StartsWith("POST /cache/purge?place=2538475&instant=", asked.Line, StringComparison.Ordinal);
        Assert.EndsWith("&node=true", asked.Line, StringComparison.Ordinal);
        Assert.Equal($"Bearer {RunningNode.Token}", asked.Headers["Authorization"]);
    }

    [Theory]
    [InlineData("", "Bearer the operator's", "Weather:Management:Token is not set")]
    [InlineData("secret", "Bearer secre", "Send the value of Weather:Management:Token")]
    [InlineData("secret", "Basic secret", "Send the value of Weather:Management:Token")]
    [InlineData("secret", null, "Send the value of Weather:Management:Token")]
    public async Task Without_the_token_nothing_is_forgotten(
        string token,
        string? authorization,
        string sentence
    )
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningNode node = await RunningNode.AllAsync(
            upstream,
            ("Weather:Management:Token", token)
        );
        await node.Public.GetStringAsync(Rabat, Cancel);
        node.Management.DefaultRequestHeaders.Authorization = null;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/cache/purge?all=true");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using HttpResponseMessage answer = await node.Management.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("; hit", await node.CacheStatusAsync(Rabat, Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?place=")]
    [InlineData("?place=Rabat")]
    [InlineData("?place=1&place=2")]
    [InlineData("?place=1&all=true")]
    [InlineData("?all=yes")]
    [InlineData("?all=true&plase=1")]
    [InlineData("?all=true&instant=now")]
    public async Task A_purge_that_does_not_say_what_is_refused(string query)
    {
        await using ApiStandIn api = await ApiStandIn.StartAsync();
        await using RunningNode edge = await RunningNode.EdgeAsync(RunningEdge.At(api));
        using HttpResponseMessage answer = await edge.Management.PostAsync(
            $"/cache/purge{query}",
            null,
            Cancel
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            "?place=ID",
            await answer.Content.ReadAsStringAsync(Cancel),
            StringComparison.Ordinal
        );
    }

    private static (string, string)[] ApiOf(RunningNode api) =>
        [
            ("ReverseProxy:Clusters:api:Destinations:one:Address", api.PublicUrl),
            ("ReverseProxy:Clusters:api:Destinations:one:Health", api.ManagementUrl),
        ];

    private static async Task<(HttpStatusCode, PurgeReport)> PurgeAsync(RunningNode node, string purge)
    {
        using HttpResponseMessage answer = await node.Management.PostAsync(purge, null, Cancel);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return (
            answer.StatusCode,
            (await answer.Content.ReadFromJsonAsync<PurgeReport>(JsonSerializerOptions.Web, Cancel))!
        );
    }
}
