using System.Net;
using Weather.HttpCache.Tests.Origin;
using Xunit;

namespace Weather.System.Tests.Faults;

/// <summary>There is nothing that may be served: an honest error, when our deadline says so, with the time to come back.</summary>
public sealed class NothingStoredTests(Edges edges) : FaultTests
{
    [Theory]
    [InlineData("nothing", 0)]
    [InlineData("part of the head", 20)]
    [InlineData("the head", int.MaxValue)]
    public async Task Origin_that_hangs_is_a_504_at_our_deadline_for_all_who_wait(string sent, int bytes)
    {
        var never = new TaskCompletionSource();
        Reply reply = Reply.Of("never", Contract.Fresh);
        await using Lane lane = edges.Hasty.Take(_ =>
            reply with
            {
                Barrier = never.Task,
                BytesBeforeBarrier = Math.Min(bytes, reply.HeadLength),
            }
        );

        HttpResponseMessage[] answers = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => lane.GetAsync("a", Cancel))
        );

        Assert.False(never.Task.IsCompleted, $"The origin has sent {sent} and holds the rest.");
        foreach (HttpResponseMessage answer in answers)
        {
            using (answer)
            {
                await AssertIsOurErrorAsync(HttpStatusCode.GatewayTimeout, answer);
            }
        }
    }

    [Fact]
    public async Task Expired_answer_that_must_be_revalidated_is_not_served_to_cover_a_hang()
    {
        var never = new TaskCompletionSource();
        await using Lane lane = edges.Hasty.Take(_ => Reply.Of("old", Contract.Expired));
        await lane.FillAsync("a", Cancel);
        lane.Origin.Script = _ => Reply.Of("never") with { Barrier = never.Task };

        using HttpResponseMessage answer = await lane.GetAsync("a", Cancel);

        await AssertIsOurErrorAsync(HttpStatusCode.GatewayTimeout, answer);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("refused")]
    [InlineData("cut")]
    [InlineData("cut chunk")]
    public async Task Origin_that_breaks_off_or_is_gone_is_a_502(string how)
    {
        await using Lane lane = edges.Patient.Take(_ => Reply.Of("unused"));
        await Trouble.StartAsync(lane, how);

        using HttpResponseMessage answer = await lane.GetAsync("a", Cancel);

        await AssertIsOurErrorAsync(HttpStatusCode.BadGateway, answer);
    }

    [Fact]
    public async Task Error_of_the_origin_is_passed_on_as_it_is()
    {
        await using Lane lane = edges.Patient.Take(_ =>
            Reply.Of("closed for today", ("Retry-After", "120")) with
            {
                Status = 503,
            }
        );

        using HttpResponseMessage answer = await lane.GetAsync("a", Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("closed for today", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(TimeSpan.FromMinutes(2), answer.Headers.RetryAfter?.Delta);
    }

    private async Task AssertIsOurErrorAsync(HttpStatusCode status, HttpResponseMessage answer)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        string body = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains($"\"status\":{(int)status}", body, StringComparison.Ordinal);
    }
}
