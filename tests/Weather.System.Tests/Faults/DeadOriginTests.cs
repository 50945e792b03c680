using System.Net;
using Weather.HttpCache.Tests.Origin;
using Xunit;

namespace Weather.System.Tests.Faults;

/// <summary>The origin's process dies and comes back at the same address.</summary>
public sealed class DeadOriginTests(Edges edges) : FaultTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Origin_that_is_back_is_found_again_though_nobody_had_to_wait_for_it(bool revalidating)
    {
        await using Lane lane = edges.Hasty.Take(_ =>
            Reply.Of("old", revalidating ? Contract.WithinStaleWhileRevalidate : Contract.WithinStaleIfError)
        );
        await lane.FillAsync("a", Cancel);
        await lane.KillOriginAsync();
        for (int k = 0; k < 20; k++)
        {
            Assert.Equal("old", await lane.TextAsync("a", Cancel));
        }

        lane.ReviveOrigin(_ => Reply.Of("new", Contract.Fresh));

        await lane.BecomesAsync("new", "a", Cancel);
    }

    [Fact]
    public async Task Without_anything_stored_the_error_ends_with_the_first_request_after_the_return()
    {
        await using Lane lane = edges.Patient.Take(_ => Reply.Of("unused"));
        await lane.KillOriginAsync();
        for (int k = 0; k < 3; k++)
        {
            using HttpResponseMessage answer = await lane.GetAsync("a", Cancel);
            Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        }

        lane.ReviveOrigin(_ => Reply.Of("back", Contract.Fresh));

        // Known to be bad for an hour yet, and asked all the same: there is nothing else to give.
        Assert.Equal("back", await lane.TextAsync("a", Cancel));
    }

    [Fact]
    public async Task Fresh_answers_do_not_notice_that_the_origin_is_dead()
    {
        await using Lane lane = edges.Patient.Take(_ => Reply.Of("fresh", Contract.Fresh));
        await lane.TextAsync("a", Cancel);
        await lane.KillOriginAsync();

        for (int k = 0; k < 20; k++)
        {
            Assert.Equal("fresh", await lane.TextAsync("a", Cancel));
        }
    }
}
