using System.Text.Json;
using Xunit;

namespace Weather.Edge.Tests.Management;

public sealed class CacheStatsTests
{
    [Fact]
    public async Task Stats_tell_what_is_held_and_what_was_done()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using ApiStandIn api = await ApiStandIn.StartAsync();
        await using RunningNode edge = await RunningNode.EdgeAsync(
            RunningEdge.At(api),
            ("Weather:Edge:Cache:MaxBytes", "20000000")
        );
        foreach (string path in new[] { "?city=fes", "?city=fes", "?city=rabat", "?city=fes&unknown=1" })
        {
            await edge.Public.GetStringAsync($"/v1/forecast{path}", cancel);
        }

        edge.Management.DefaultRequestHeaders.Authorization = null;
        using JsonDocument stats = JsonDocument.Parse(
            await edge.Management.GetStringAsync("/cache/stats", cancel)
        );
        JsonElement root = stats.RootElement;
        JsonElement requests = root.GetProperty("requests");

        Assert.Equal(2, root.GetProperty("entries").GetInt32());
        Assert.InRange(root.GetProperty("bytes").GetInt64(), 100, 20_000);
        Assert.Equal(20_000_000, root.GetProperty("maxBytes").GetInt64());
        Assert.Equal(0, root.GetProperty("fetches").GetInt32());
        Assert.Equal(
            [
                ("hit", 1),
                ("stale", 0),
                ("revalidated", 0),
                ("miss", 2),
                ("collapsed", 0),
                ("bypass", 1),
                ("limited", 0),
                ("error", 0),
            ],
            requests.EnumerateObject().Select(result => (result.Name, result.Value.GetInt32()))
        );
    }
}
