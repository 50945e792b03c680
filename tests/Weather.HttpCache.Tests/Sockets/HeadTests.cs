using System.Net;
using Weather.HttpCache.Tests.Origin;

namespace Weather.HttpCache.Tests.Sockets;

/// <summary>A HEAD is a GET whose body is not sent, and both want the same answer.</summary>
public sealed class HeadTests
{
    private static readonly (string, string) Policy = (
        "CDN-Cache-Control",
        "max-age=10, stale-while-revalidate=20, stale-if-error=600"
    );

    [Fact]
    public async Task A_HEAD_for_which_nothing_is_stored_is_fetched_by_GET_once_and_stored()
    {
        await using Running running = await Running.StartAsync(_ => Reply.Of("body", Policy));
        using HttpResponseMessage cold = await HeadAsync(running);
        Assert.Equal(4, cold.Content.Headers.ContentLength);
        Assert.Contains(
            "fwd=uri-miss; fwd-status=200; ttl=10; stored",
            cold.Headers.GetValues("Cache-Status").Single()
        );
        using HttpResponseMessage warm = await HeadAsync(running);
        Assert.Equal(4, warm.Content.Headers.ContentLength);
        Assert.Equal("body", await running.TextAsync("/a"));
        Assert.Equal(["GET"], running.Origin.Requests.Select(asked => asked.Method));
    }

    [Fact]
    public async Task A_HEAD_and_a_GET_at_once_share_one_fetch()
    {
        var gate = new TaskCompletionSource();
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of("body", Policy) with
            {
                Barrier = gate.Task,
            }
        );
        Task<HttpResponseMessage> head = HeadAsync(running);
        await running.EnteredAsync(1);
        Task<string> get = running.TextAsync("/a");
        await running.EnteredAsync(1);
        gate.SetResult();
        using HttpResponseMessage answer = await head;
        Assert.Equal(4, answer.Content.Headers.ContentLength);
        Assert.Equal("body", await get);
        Assert.Equal(1, running.Origin.Calls);
    }

    [Fact]
    public async Task A_HEAD_of_what_is_not_stored_goes_to_the_origin_as_it_is_once_that_is_known()
    {
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of("body", ("Cache-Control", "no-store"))
        );
        for (int request = 0; request < 3; request++)
        {
            using HttpResponseMessage head = await HeadAsync(running);
            Assert.Equal(4, head.Content.Headers.ContentLength);
        }

        Assert.Equal(["GET", "HEAD", "HEAD"], running.Origin.Requests.Select(asked => asked.Method));
    }

    [Fact]
    public async Task A_HEAD_of_what_is_past_all_use_goes_to_the_origin_as_it_is()
    {
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of("body", ("Cache-Control", "max-age=10"))
        );
        await running.TextAsync("/a");
        running.Time.Advance(TimeSpan.FromSeconds(11));
        using HttpResponseMessage head = await HeadAsync(running);
        Assert.Equal(4, head.Content.Headers.ContentLength);
        Assert.Equal(["GET", "HEAD"], running.Origin.Requests.Select(asked => asked.Method));
    }

    [Fact]
    public async Task A_HEAD_of_a_body_too_long_for_the_cache_goes_past_it()
    {
        await using Running running = await Running.StartAsync(
            _ => Reply.Of(new string('x', 100), Policy),
            options => options.MaxBodyBytes = 50
        );
        for (int request = 0; request < 2; request++)
        {
            using HttpResponseMessage head = await HeadAsync(running);
            Assert.Equal(100, head.Content.Headers.ContentLength);
        }

        Assert.Equal(["GET", "HEAD", "HEAD"], running.Origin.Requests.Select(asked => asked.Method));
    }

    [Theory]
    [InlineData(15)]
    [InlineData(60)]
    public async Task A_stale_answer_that_is_asked_for_by_HEAD_is_refreshed_by_GET(int seconds)
    {
        int number = 0;
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of($"v{Interlocked.Increment(ref number)}", Policy)
        );
        Assert.Equal("v1", await running.TextAsync("/a"));
        running.Time.Advance(TimeSpan.FromSeconds(seconds));
        using HttpResponseMessage head = await HeadAsync(running);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(2, head.Content.Headers.ContentLength);
        await running.SettledAsync();
        Assert.Equal("v2", await running.TextAsync("/a"));
        Assert.Equal(["GET", "GET"], running.Origin.Requests.Select(asked => asked.Method));
    }

    [Fact]
    public async Task A_GET_that_joins_the_fetch_of_a_HEAD_gets_the_whole_of_the_trouble()
    {
        var gate = new TaskCompletionSource();
        bool down = false;
        await using Running running = await Running.StartAsync(_ =>
            down
                ? Reply.Of("out of order") with
                {
                    Status = 503,
                    Barrier = gate.Task,
                }
                : Reply.Of("good", ("CDN-Cache-Control", "max-age=10, stale-while-revalidate=20"))
        );
        Assert.Equal("good", await running.TextAsync("/a"));
        down = true;
        running.Time.Advance(TimeSpan.FromSeconds(29));
        using HttpResponseMessage head = await HeadAsync(running);
        // Past the window while the fetch is under way: this one waits for it.
        running.Time.Advance(TimeSpan.FromSeconds(2));
        await running.EnteredAsync(2);
        Task<HttpResponseMessage> joining = running.GetAsync("/a");
        await running.EnteredAsync(1);
        gate.SetResult();
        using HttpResponseMessage joined = await joining;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, joined.StatusCode);
        Assert.Equal(
            "out of order",
            await joined.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    private static Task<HttpResponseMessage> HeadAsync(Running running) =>
        running.SendAsync(HttpMethod.Head, "/a", []);
}
