using System.Net;
using Weather.HttpCache.Tests.Origin;
using Xunit;

namespace Weather.System.Tests.Faults;

/// <summary>
/// What is stored is past stale-while-revalidate and within stale-if-error: the origin gets the soft deadline once; when it fails or lets
/// that pass, what we have is served, and from then on at once.
/// </summary>
public sealed class StaleIfErrorTests(Edges edges) : FaultTests
{
    [Fact]
    public async Task Origin_that_answers_in_time_is_what_the_first_one_gets()
    {
        await using Lane lane = edges.Patient.Take(_ => Reply.Of("old", Contract.WithinStaleIfError));
        await lane.TextAsync("a", Cancel);
        lane.Origin.Script = _ => Reply.Of("new", Contract.Fresh);

        // At a loaded moment the soft deadline may pass first; then the fetch brings it to those who come later.
        await lane.BecomesAsync("new", "a", Cancel);

        Assert.Equal(2, lane.Origin.Calls);
    }

    [Fact]
    public async Task Origin_that_answers_503_costs_its_own_answer_once_and_then_nothing()
    {
        await using Lane lane = edges.Patient.Take(_ => Reply.Of("old", Contract.WithinStaleIfError));
        await lane.TextAsync("a", Cancel);
        lane.Origin.Script = _ => Reply.Of("down") with { Status = 503 };

        for (int k = 0; k < 20; k++)
        {
            using HttpResponseMessage answer = await lane.GetAsync("a", Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.EndsWith("detail=stale-if-error", CacheStatus(answer), StringComparison.Ordinal);
            Assert.Equal("old", await answer.Content.ReadAsStringAsync(Cancel));
        }

        Assert.Equal(2, lane.Origin.Calls);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("refused")]
    [InlineData("cut")]
    [InlineData("cut chunk")]
    public async Task Origin_that_breaks_off_or_is_gone_is_covered_by_what_is_stored(string how)
    {
        await using Lane lane = edges.Patient.Take(_ => Reply.Of("old", Contract.WithinStaleIfError));
        await lane.TextAsync("a", Cancel);
        await Trouble.StartAsync(lane, how);

        for (int k = 0; k < 20; k++)
        {
            Assert.Equal("old", await lane.TextAsync("a", Cancel));
        }

        Assert.InRange(lane.Origin.Calls, 1, 2);
    }

    [Fact]
    public async Task Hanging_origin_costs_the_first_one_the_soft_deadline_and_the_others_nothing()
    {
        var gate = new TaskCompletionSource();
        await using Lane lane = edges.Patient.Take(_ => Reply.Of("old", Contract.WithinStaleIfError));
        await lane.TextAsync("a", Cancel);
        lane.Origin.Script = _ => Reply.Of("new", Contract.Fresh) with { Barrier = gate.Task };

        // The origin holds its answer through all of this.
        for (int k = 0; k < 20; k++)
        {
            using HttpResponseMessage answer = await lane.GetAsync("a", Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            // Not one of them came of a fetch that ended.
            Assert.StartsWith("weather-edge; hit", CacheStatus(answer), StringComparison.Ordinal);
            Assert.EndsWith("detail=stale-if-error", CacheStatus(answer), StringComparison.Ordinal);
        }

        Assert.False(gate.Task.IsCompleted);
        Assert.Equal(2, lane.Origin.Calls);
        gate.SetResult();
        await lane.BecomesAsync("new", "a", Cancel);
        Assert.Equal(2, lane.Origin.Calls);
    }

    [Fact]
    public async Task Many_who_come_to_a_hanging_origin_together_wait_for_one_soft_deadline()
    {
        var never = new TaskCompletionSource();
        await using Lane lane = edges.Patient.Take(_ => Reply.Of("old", Contract.WithinStaleIfError));
        await lane.TextAsync("a", Cancel);
        lane.Origin.Script = _ => Reply.Of("never") with { Barrier = never.Task };

        string[] bodies = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => lane.TextAsync("a", Cancel))
        );

        Assert.All(bodies, body => Assert.Equal("old", body));
        Assert.Equal(2, lane.Origin.Calls);
    }
}
