using System.Net;
using Weather.HttpCache.Tests.Origin;

namespace Weather.HttpCache.Tests.Sockets;

public sealed class StaleTests
{
    private static readonly (string, string) Policy = (
        "CDN-Cache-Control",
        "max-age=10, stale-while-revalidate=20, stale-if-error=600"
    );

    [Fact]
    public async Task Within_stale_while_revalidate_nobody_waits_and_the_origin_is_asked_once()
    {
        var gate = new TaskCompletionSource();
        int number = 0;
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of($"v{Interlocked.Increment(ref number)}", Policy) with
            {
                Barrier = number == 1 ? Task.CompletedTask : gate.Task,
            }
        );
        Assert.Equal("v1", await running.TextAsync("/a"));
        running.Time.Advance(TimeSpan.FromSeconds(15));
        for (int k = 0; k < 20; k++)
        {
            // The origin hangs, and yet they are answered.
            Assert.Equal("v1", await running.TextAsync("/a"));
        }

        await running.Origin.ArrivalAsync(TestContext.Current.CancellationToken);
        await running.Origin.ArrivalAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, running.Origin.Calls);
        gate.SetResult();
        await running.SettledAsync();
        Assert.Equal("v2", await running.TextAsync("/a"));
        Assert.Equal(2, running.Origin.Calls);
    }

    [Fact]
    public async Task Within_stale_if_error_a_failing_origin_costs_nothing_but_its_own_answer()
    {
        bool down = false;
        await using Running running = await Running.StartAsync(_ =>
            down ? Reply.Of("down") with { Status = 503 } : Reply.Of("good", Policy)
        );
        Assert.Equal("good", await running.TextAsync("/a"));
        running.Time.Advance(TimeSpan.FromSeconds(60));
        down = true;
        using HttpResponseMessage asked = await running.GetAsync("/a");
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Equal(
            "weather-edge; fwd=stale; fwd-status=503; detail=stale-if-error",
            asked.Headers.GetValues("Cache-Status").Single()
        );
        Assert.Equal("60", asked.Headers.GetValues("Age").Single());
        Assert.Equal(2, running.Origin.Calls);

        // Now it is known to be bad: nobody asks until the probe is due.
        for (int k = 0; k < 20; k++)
        {
            Assert.Equal("good", await running.TextAsync("/a"));
        }

        Assert.Equal(2, running.Origin.Calls);
        running.Time.Advance(TimeSpan.FromSeconds(2));
        for (int k = 0; k < 20; k++)
        {
            Assert.Equal("good", await running.TextAsync("/a"));
            await running.SettledAsync();
        }

        Assert.Equal(3, running.Origin.Calls);
        down = false;
        running.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("good", await running.TextAsync("/a"));
        await running.SettledAsync();
        using HttpResponseMessage mended = await running.GetAsync("/a");
        Assert.Equal("0", mended.Headers.GetValues("Age").Single());
        Assert.Equal(4, running.Origin.Calls);
    }

    [Fact]
    public async Task A_hanging_origin_costs_the_first_one_the_soft_deadline_and_the_others_nothing()
    {
        var gate = new TaskCompletionSource();
        int number = 0;
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of($"v{Interlocked.Increment(ref number)}", Policy) with
            {
                Barrier = number == 1 ? Task.CompletedTask : gate.Task,
            }
        );
        Assert.Equal("v1", await running.TextAsync("/a"));
        running.Time.Advance(TimeSpan.FromSeconds(60));
        await running.Origin.ArrivalAsync(TestContext.Current.CancellationToken);
        Task<string> first = running.TextAsync("/a");
        await running.Origin.ArrivalAsync(TestContext.Current.CancellationToken);
        Assert.False(first.IsCompleted);
        await running.Time.WaitBegunAsync(TimeSpan.FromMilliseconds(240));
        running.Time.Advance(TimeSpan.FromMilliseconds(240));
        Assert.Equal("v1", await first);
        Assert.Equal("v1", await running.TextAsync("/a"));
        Assert.Equal("v1", await running.TextAsync("/a"));
        Assert.Equal(2, running.Origin.Calls);
        gate.SetResult();
        await running.SettledAsync();
        Assert.Equal("v2", await running.TextAsync("/a"));
    }

    [Fact]
    public async Task Within_stale_while_revalidate_a_known_bad_origin_is_probed_not_hammered()
    {
        bool down = false;
        await using Running running = await Running.StartAsync(_ =>
            down ? Reply.Of("") with { CutAfter = 0, Reset = true } : Reply.Of("good", Policy)
        );
        Assert.Equal("good", await running.TextAsync("/a"));
        down = true;
        running.Time.Advance(TimeSpan.FromSeconds(12));
        for (int k = 0; k < 20; k++)
        {
            Assert.Equal("good", await running.TextAsync("/a"));
            await running.SettledAsync();
        }

        Assert.Equal(2, running.Origin.Calls);
    }

    [Fact]
    public async Task Past_every_window_an_unreachable_origin_is_an_error_with_retry_after()
    {
        bool down = false;
        await using Running running = await Running.StartAsync(_ =>
            down
                ? Reply.Of("") with
                {
                    CutAfter = 0,
                    Reset = true,
                }
                : Reply.Of("good", ("Cache-Control", "max-age=10, must-revalidate, stale-if-error=600"))
        );
        Assert.Equal("good", await running.TextAsync("/a"));
        down = true;
        running.Time.Advance(TimeSpan.FromSeconds(11));
        using HttpResponseMessage response = await running.GetAsync("/a");
        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("1", response.Headers.GetValues("Retry-After").Single());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task With_nothing_to_serve_a_hanging_origin_is_a_504_at_the_deadline()
    {
        var gate = new TaskCompletionSource();
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of("late", Policy) with
            {
                Barrier = gate.Task,
            }
        );
        Task<HttpResponseMessage> waiting = running.GetAsync("/a");
        await running.Origin.ArrivalAsync(TestContext.Current.CancellationToken);
        running.Time.Advance(TimeSpan.FromSeconds(10));
        using HttpResponseMessage response = await waiting;
        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        gate.SetResult();
    }

    [Fact]
    public async Task An_error_that_calls_itself_fresh_does_not_take_the_place_of_a_good_answer()
    {
        bool down = false;
        await using Running running = await Running.StartAsync(_ =>
            down
                ? Reply.Of("down", ("Cache-Control", "max-age=600")) with
                {
                    Status = 503,
                }
                : Reply.Of("good", Policy)
        );
        Assert.Equal("good", await running.TextAsync("/a"));
        running.Time.Advance(TimeSpan.FromSeconds(60));
        down = true;
        Assert.Equal("good", await running.TextAsync("/a"));
        Assert.Equal("good", await running.TextAsync("/a"));
    }

    [Fact]
    public async Task A_client_that_leaves_early_does_not_make_the_origin_bad()
    {
        var gate = new TaskCompletionSource();
        int number = 0;
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of($"v{Interlocked.Increment(ref number)}", Policy) with
            {
                Barrier = number == 1 ? Task.CompletedTask : gate.Task,
            }
        );
        Assert.Equal("v1", await running.TextAsync("/a"));
        running.Time.Advance(TimeSpan.FromSeconds(60));
        using var leaves = new CancellationTokenSource();
        Task<HttpResponseMessage> impatient = running.SendAsync(HttpMethod.Get, "/a", [], leaves.Token);
        await running.Time.WaitBegunAsync(TimeSpan.FromMilliseconds(240));
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        await running.Aborted;
        Task<string> next = running.TextAsync("/a");
        await running.Time.WaitBegunAsync(TimeSpan.FromMilliseconds(240));
        gate.SetResult();
        Assert.Equal("v2", await next);
        Assert.Equal(2, running.Origin.Calls);
    }
}
