using System.Net;
using Weather.HttpCache.Tests.Origin;
using Xunit;

namespace Weather.System.Tests.Faults;

/// <summary>Hundreds of connections that never finish asking or reading leave the edge available for everybody else.</summary>
public sealed class SlowClientTests : FaultTests
{
    private const int Requests = 200;
    private const int AtOnce = 20;

    [Theory]
    [InlineData(400, "-H", "-i", "10", "-x", "24")]
    [InlineData(200, "-B", "-i", "10", "-s", "8192", "-x", "16")]
    [InlineData(200, "-X", "-w", "512", "-y", "1024", "-n", "5", "-z", "32")]
    public async Task Slow_headers_bodies_and_readers_leave_the_edge_available(
        int connections,
        params string[] mode
    )
    {
        await using EdgeProcess edge = await EdgeProcess.StartAsync(
            AppContext.BaseDirectory,
            lanes: 1,
            Cancel
        );
        byte[] large = new byte[1024 * 1024];
        await using Lane lane = edge.Take(asked => new Reply
        {
            Fields = Contract.Fresh,
            Body = asked.Target.EndsWith("large", StringComparison.Ordinal) ? large : "here"u8.ToArray(),
        });
        await using SlowHttpTest slow = SlowHttpTest.Start(
            connections,
            new Uri(edge.Address, lane.PathOf("large")),
            mode
        );
        while (await edge.ConnectionsAsync(Cancel) < connections)
        {
            Assert.False(slow.HasExited, "slowhttptest ended before all of its connections were open.");
        }

        // Half of them need the origin.
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Requests),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancel },
            async (k, cancel) =>
            {
                using HttpResponseMessage answer = await lane.GetAsync($"{k / 2}", cancel);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Equal("here", await answer.Content.ReadAsStringAsync(cancel));
            }
        );

        Assert.False(slow.HasExited);
        Assert.True(await edge.ConnectionsAsync(Cancel) >= connections);
    }
}
