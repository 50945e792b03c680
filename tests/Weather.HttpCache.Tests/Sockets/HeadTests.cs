using System.Net;
using Weather.HttpCache.Tests.Origin;

namespace Weather.HttpCache.Tests.Sockets;

/// <summary>A HEAD on a stored GET.</summary>
public sealed class HeadTests
{
    private static readonly (string, string) Policy = (
        "CDN-Cache-Control",
        "max-age=10, stale-while-revalidate=20, stale-if-error=600"
    );

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
