using System.Net;
using System.Text;
using Weather.HttpCache.Tests.Origin;
using Xunit;

namespace Weather.System.Tests.Faults;

/// <summary>Whoever asked first may leave, or read slowly: the fetch is the cache's, and the others do not feel it.</summary>
public sealed class LeaderTests(Edges edges) : FaultTests
{
    [Fact]
    public async Task Leader_that_aborts_costs_its_five_followers_nothing()
    {
        var gate = new TaskCompletionSource();
        await using Lane lane = edges.Patient.Take(_ =>
            Reply.Of("whole", Contract.Fresh) with
            {
                Barrier = gate.Task,
            }
        );
        using RawClient leader = await RawClient.AskAsync(edges.Patient.Address, lane.PathOf("a"), Cancel);
        await lane.Origin.ArrivalAsync(Cancel);
        Task<string>[] followers = [.. Enumerable.Range(0, 5).Select(_ => lane.TextAsync("a", Cancel))];
        await edges.Patient.HoldsRequestsAsync(6, Cancel);
        leader.Abort();
        await edges.Patient.HoldsRequestsAsync(5, Cancel);
        gate.SetResult();

        Assert.All(await Task.WhenAll(followers), body => Assert.Equal("whole", body));
        Assert.Equal("whole", await lane.TextAsync("a", Cancel));
        Assert.Equal(1, lane.Origin.Calls);
    }

    [Fact]
    public async Task Fetch_that_everybody_left_ends_and_is_stored()
    {
        var gate = new TaskCompletionSource();
        await using Lane lane = edges.Patient.Take(_ =>
            Reply.Of("whole", Contract.Fresh) with
            {
                Barrier = gate.Task,
            }
        );
        using RawClient only = await RawClient.AskAsync(edges.Patient.Address, lane.PathOf("a"), Cancel);
        await lane.Origin.ArrivalAsync(Cancel);
        only.Abort();
        await edges.Patient.HoldsRequestsAsync(0, Cancel);
        gate.SetResult();

        Assert.Equal("whole", await lane.TextAsync("a", Cancel));
        Assert.Equal(1, lane.Origin.Calls);
    }

    [Fact]
    public async Task Leader_that_reads_slowly_holds_up_nobody()
    {
        // More than the buffers between the edge and a client that does not read can take.
        byte[] large = new byte[6 * 1024 * 1024];
        new Random(1).NextBytes(large);
        var gate = new TaskCompletionSource();
        await using Lane lane = edges.Patient.Take(_ => new Reply
        {
            Body = large,
            Fields = Contract.Fresh,
            Barrier = gate.Task,
        });
        using RawClient leader = await RawClient.AskAsync(edges.Patient.Address, lane.PathOf("a"), Cancel);
        await lane.Origin.ArrivalAsync(Cancel);
        Task<HttpResponseMessage>[] followers =
        [
            .. Enumerable.Range(0, 5).Select(_ => lane.GetAsync("a", Cancel)),
        ];
        await edges.Patient.HoldsRequestsAsync(6, Cancel);
        gate.SetResult();

        foreach (HttpResponseMessage answer in await Task.WhenAll(followers))
        {
            using (answer)
            {
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Equal(large, await answer.Content.ReadAsByteArrayAsync(Cancel));
            }
        }

        // The leader's answer is still on its way, because it has not read a byte of it.
        await edges.Patient.HoldsRequestsAsync(1, Cancel);
        byte[] read = await leader.ReadAsync(Cancel);
        Assert.StartsWith("HTTP/1.1 200 ", Encoding.Latin1.GetString(read, 0, 20), StringComparison.Ordinal);
        Assert.Equal(large, read[^large.Length..]);
        Assert.Equal(1, lane.Origin.Calls);
    }
}
