using System.Net;
using Weather.HttpCache.Tests.Origin;

namespace Weather.HttpCache.Tests.Sockets;

/// <summary>What fails for one key is not the other keys' misfortune.</summary>
public sealed class OneKeyInTroubleTests
{
    private static readonly Reply Unavailable = Reply.Of("no data", ("Retry-After", "60")) with
    {
        Status = 503,
    };

    private static readonly Reply Broken = Reply.Of("") with { CutAfter = 0, Reset = true };

    [Fact]
    public async Task A_place_that_is_answered_503_does_not_freeze_the_others()
    {
        await using Running running = await StartAsync(() => Unavailable);
        Assert.InRange(await OldestOfOtherAsync(running, HttpStatusCode.ServiceUnavailable), 0, 2);
        // One in two seconds: fresh for one, then given once more while it is fetched.
        Assert.InRange(running.Origin.Requests.Count(asked => asked.Target == "/place/1"), 10, 21);
    }

    [Fact]
    public async Task A_place_whose_answers_break_off_leaves_the_others_their_probes()
    {
        await using Running running = await StartAsync(() => Broken);
        Assert.InRange(await OldestOfOtherAsync(running, HttpStatusCode.BadGateway), 0, 3);
    }

    [Fact]
    public async Task A_stored_place_that_is_answered_503_is_served_and_asked_for_ever_more_seldom()
    {
        bool hasData = true;
        await using Running running = await StartAsync(() =>
            hasData ? Reply.Of("data", ("CDN-Cache-Control", "max-age=1, stale-if-error=600")) : Unavailable
        );
        Assert.Equal("data", await running.TextAsync("/place/2"));
        hasData = false;
        int before = running.Origin.Calls;
        for (int second = 0; second < 40; second++)
        {
            running.Time.Advance(TimeSpan.FromSeconds(1));
            for (int k = 0; k < 5; k++)
            {
                Assert.Equal("data", await running.TextAsync("/place/2"));
                await running.SettledAsync();
            }
        }

        // At 1, 2, 4, 8, 16, 26, 36.
        Assert.Equal(7, running.Origin.Calls - before);
        Assert.Equal("1", await running.TextAsync("/place/1"));
        hasData = true;
        running.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("data", await running.TextAsync("/place/2"));
        using HttpResponseMessage mended = await running.GetAsync("/place/2");
        Assert.Equal("0", mended.Headers.GetValues("Age").Single());
    }

    [Fact]
    public async Task A_key_in_trouble_is_not_refreshed_in_the_background_before_the_probe_interval()
    {
        bool hasData = true;
        await using Running running = await StartAsync(() =>
            hasData
                ? Reply.Of("data", ("CDN-Cache-Control", "max-age=1, stale-while-revalidate=600"))
                : Unavailable
        );
        Assert.Equal("data", await running.TextAsync("/place/2"));
        hasData = false;
        running.Time.Advance(TimeSpan.FromSeconds(2));
        for (int k = 0; k < 20; k++)
        {
            Assert.Equal("data", await running.TextAsync("/place/2"));
            await running.SettledAsync();
        }

        Assert.Equal(2, running.Origin.Calls);
        running.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("data", await running.TextAsync("/place/2"));
        await running.SettledAsync();
        Assert.Equal(3, running.Origin.Calls);
    }

    private static Task<Running> StartAsync(Func<Reply> second) =>
        Running.StartAsync(asked =>
            asked.Target == "/place/2"
                ? second()
                : Reply.Of("1", ("CDN-Cache-Control", "max-age=1, stale-while-revalidate=3"))
        );

    /// <summary>Asks for both places for twenty seconds; the age of the oldest answer for the first.</summary>
    private static async Task<int> OldestOfOtherAsync(Running running, HttpStatusCode ofSecond)
    {
        int oldest = 0;
        for (int step = 0; step < 80; step++)
        {
            using HttpResponseMessage second = await running.GetAsync("/place/2");
            Assert.Equal(ofSecond, second.StatusCode);
            using HttpResponseMessage first = await running.GetAsync("/place/1");
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            if (first.Headers.Age is { } age)
            {
                oldest = Math.Max(oldest, (int)age.TotalSeconds);
            }

            await running.SettledAsync();
            running.Time.Advance(TimeSpan.FromMilliseconds(240));
        }

        return oldest;
    }
}
