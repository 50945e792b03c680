using System.Globalization;
using System.Net;
using System.Text;
using Weather.HttpCache.Tests.Origin;

namespace Weather.HttpCache.Tests.Sockets;

public sealed class CutBodyTests
{
    private static readonly byte[] Whole = Encoding.ASCII.GetBytes(
        string.Concat(Enumerable.Range(1000, 500))
    );

    public static TheoryData<Framing, bool> Ways =>
        new()
        {
            { Framing.ContentLength, true },
            { Framing.ContentLength, false },
            { Framing.Chunked, true },
            { Framing.Chunked, false },
        };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_body_cut_anywhere_is_never_stored_and_never_served_as_whole(
        Framing framing,
        bool reset
    )
    {
        Reply whole = new()
        {
            Body = Whole,
            Framing = framing,
            Fields = [("Cache-Control", "max-age=60, stale-while-revalidate=60")],
        };
        int length = whole.Message(withBody: true).Length;
        var random = new Random(20260301);
        int[] cuts =
        [
            0,
            1,
            whole.HeadLength - 1,
            whole.HeadLength,
            whole.HeadLength + 1,
            length - 1,
            length - 2,
            length - 5,
            .. Enumerable.Range(0, 20).Select(_ => random.Next(1, length)),
        ];
        bool mended = false;
        await using Running running = await Running.StartAsync(asked =>
            Volatile.Read(ref mended)
                ? whole
                : whole with
                {
                    CutAfter = int.Parse(asked.Target[1..], CultureInfo.InvariantCulture),
                    Reset = reset,
                }
        );

        foreach (int cut in cuts.Distinct())
        {
            using HttpResponseMessage broken = await running.GetAsync($"/{cut}");
            Assert.Equal(HttpStatusCode.BadGateway, broken.StatusCode);
            Assert.Equal(0, running.Cache.Statistics.Entries);
        }

        // The origin is well again: each of them comes whole.
        Volatile.Write(ref mended, true);
        foreach (int cut in cuts.Distinct())
        {
            Assert.Equal(Encoding.ASCII.GetString(Whole), await running.TextAsync($"/{cut}"));
        }

        Assert.Equal(cuts.Distinct().Count(), running.Cache.Statistics.Entries);
    }

    [Fact]
    public async Task A_body_that_ends_with_its_connection_is_passed_on_and_not_stored()
    {
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of("maybe whole", ("Cache-Control", "max-age=60")) with
            {
                Framing = Framing.UntilClose,
            }
        );
        Assert.Equal("maybe whole", await running.TextAsync("/a"));
        Assert.Equal("maybe whole", await running.TextAsync("/a"));
        Assert.Equal(2, running.Origin.Calls);
        Assert.Equal(0, running.Cache.Statistics.Entries);
    }

    [Fact]
    public async Task A_cut_renewal_leaves_the_stored_answer_as_it_was()
    {
        bool cut = false;
        await using Running running = await Running.StartAsync(_ => new Reply
        {
            Body = Whole,
            Fields = [("Cache-Control", "max-age=10, stale-while-revalidate=60")],
            CutAfter = cut ? 300 : null,
            Reset = true,
        });
        string whole = await running.TextAsync("/a");
        running.Time.Advance(TimeSpan.FromSeconds(20));
        cut = true;
        Assert.Equal(whole, await running.TextAsync("/a"));
        await running.SettledAsync();
        Assert.Equal(whole, await running.TextAsync("/a"));
        Assert.Equal(1, running.Cache.Statistics.Entries);
    }

    [Fact]
    public async Task A_body_longer_than_the_cap_passes_through_whole()
    {
        await using Running running = await Running.StartAsync(
            _ => new Reply { Body = Whole, Fields = [("Cache-Control", "max-age=60")] },
            options => options.MaxBodyBytes = 1000
        );
        Assert.Equal(Encoding.ASCII.GetString(Whole), await running.TextAsync("/a"));
        Assert.Equal(Encoding.ASCII.GetString(Whole), await running.TextAsync("/a"));
        // Once to learn it, then straight through.
        Assert.Equal(3, running.Origin.Calls);
        Assert.Equal(0, running.Cache.Statistics.Entries);
    }
}
