using System.Net;
using Weather.HttpCache.Tests.Origin;
using Xunit;

namespace Weather.System.Tests.Faults;

/// <summary>
/// What is stored is stale and within stale-while-revalidate: nobody waits, whatever the origin does. That nobody waits is shown by
/// answers that arrive while the origin still holds its own.
/// </summary>
public sealed class StaleWhileRevalidateTests(Edges edges) : FaultTests
{
    [Fact]
    public async Task Slow_origin_is_asked_once_and_none_of_fifty_waits_for_it()
    {
        var gate = new TaskCompletionSource();
        await using Lane lane = edges.Patient.Take(_ => Reply.Of("old", Contract.WithinStaleWhileRevalidate));
        Assert.Equal("old", await lane.TextAsync("a", Cancel));
        lane.Origin.Script = _ => Reply.Of("new", Contract.Fresh) with { Barrier = gate.Task };

        string[] bodies = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => lane.TextAsync("a", Cancel))
        );

        Assert.All(bodies, body => Assert.Equal("old", body));
        Assert.False(gate.Task.IsCompleted);
        gate.SetResult();
        await lane.BecomesAsync("new", "a", Cancel);
        Assert.Equal(2, lane.Origin.Calls);
    }

    [Fact]
    public async Task Hanging_origin_costs_nobody_anything()
    {
        var never = new TaskCompletionSource();
        await using Lane lane = edges.Patient.Take(_ => Reply.Of("old", Contract.WithinStaleWhileRevalidate));
        await lane.TextAsync("a", Cancel);
        lane.Origin.Script = _ => Reply.Of("never") with { Barrier = never.Task };
        await lane.Origin.ArrivalAsync(Cancel);

        Assert.Equal("old", await lane.TextAsync("a", Cancel));
        await lane.Origin.ArrivalAsync(Cancel);
        for (int k = 0; k < 20; k++)
        {
            using HttpResponseMessage answer = await lane.GetAsync("a", Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.EndsWith("detail=stale-while-revalidate", CacheStatus(answer), StringComparison.Ordinal);
        }

        Assert.Equal(2, lane.Origin.Calls);
    }

    [Fact]
    public async Task Hang_that_the_deadline_ends_changes_nothing_for_those_who_ask()
    {
        var never = new TaskCompletionSource();
        await using Lane lane = edges.Hasty.Take(_ => Reply.Of("old", Contract.WithinStaleWhileRevalidate));
        await lane.FillAsync("a", Cancel);
        lane.Origin.Script = _ => Reply.Of("never") with { Barrier = never.Task };

        int before = lane.Origin.Calls;

        // Three fetches run into the deadline one after the other, and every answer meanwhile is what we have.
        while (lane.Origin.Calls < before + 3)
        {
            Assert.Equal("old", await lane.TextAsync("a", Cancel));
        }
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Origin_that_answers_an_error_is_asked_once_and_its_error_is_shown_to_nobody(int status)
    {
        await using Lane lane = edges.Patient.Take(_ => Reply.Of("old", Contract.WithinStaleWhileRevalidate));
        await lane.TextAsync("a", Cancel);
        lane.Origin.Script = _ => Reply.Of("error") with { Status = status };
        await lane.Origin.ArrivalAsync(Cancel);

        Assert.Equal("old", await lane.TextAsync("a", Cancel));
        await lane.Origin.ArrivalAsync(Cancel);
        for (int k = 0; k < 20; k++)
        {
            Assert.Equal("old", await lane.TextAsync("a", Cancel));
        }

        Assert.Equal(2, lane.Origin.Calls);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("refused")]
    [InlineData("cut")]
    public async Task Origin_that_breaks_off_or_is_gone_is_shown_to_nobody(string how)
    {
        await using Lane lane = edges.Patient.Take(_ => Reply.Of("old", Contract.WithinStaleWhileRevalidate));
        await lane.TextAsync("a", Cancel);
        await Trouble.StartAsync(lane, how);

        for (int k = 0; k < 20; k++)
        {
            Assert.Equal("old", await lane.TextAsync("a", Cancel));
        }
    }
}
