using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Weather.Providers.Alerts;
using Weather.StandIns;
using Xunit;

namespace Weather.Providers.Tests.Alerts;

/// <summary>How a feed is asked, as it arrives there.</summary>
public sealed class FeedRequestTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Validators_go_back_byte_for_byte_and_304_confirms_what_was_read()
    {
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(CapBodies.Marrakech);
        upstream.EntityTag = "W/\"odd tag\"";
        upstream.LastModified = "Tue, 24 Nov 2026 11:58:07 GMT";
        FakeTimeProvider time = FeedRunning.At(FeedReading.Noon);
        await using RunningProviders providers = FeedRunning.Create(upstream, time);

        AlertFeed first = await FeedRunning.ReadAsync(providers, null);
        time.Advance(TimeSpan.FromMinutes(11));
        AlertFeed second = await FeedRunning.ReadAsync(providers, first);

        Assert.Equal(
            [("/feed", null, null), ("/feed", "W/\"odd tag\"", "Tue, 24 Nov 2026 11:58:07 GMT")],
            upstream.Requests
        );
        Assert.Equal(first.Messages, second.Messages);
        Assert.Equal(FeedReading.Noon + Duration.FromMinutes(11), second.FetchedAt);
    }

    [Fact]
    public async Task M11_feed_is_not_asked_again_for_ten_minutes_nor_before_its_own_expiry()
    {
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(CapBodies.Marrakech);
        await using RunningProviders providers = FeedRunning.Create(
            upstream,
            FeedRunning.At(FeedReading.Noon)
        );

        AlertFeed plain = await FeedRunning.ReadAsync(providers, null);
        upstream.Headers["Expires"] = "Tue, 24 Nov 2026 12:01:00 GMT";
        AlertFeed soon = await FeedRunning.ReadAsync(providers, null);
        upstream.Headers["Expires"] = "Tue, 24 Nov 2026 12:25:00 GMT";
        AlertFeed later = await FeedRunning.ReadAsync(providers, null);
        upstream.Headers["Expires"] = "Tue, 24 Nov 2037 12:25:00 GMT";
        AlertFeed never = await FeedRunning.ReadAsync(providers, null);

        Assert.Equal(
            [10, 10, 25, 60],
            new[] { plain, soon, later, never }.Select(feed =>
                (feed.ExpiresAt - FeedReading.Noon).TotalMinutes
            )
        );
    }

    [Fact]
    public async Task Moroccos_feed_answers_for_EH_unless_EH_has_its_own()
    {
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(CapBodies.Marrakech);
        await using RunningProviders shared = FeedRunning.Create(upstream, FeedRunning.At(FeedReading.Noon));
        await using RunningProviders own = RunningProviders.Create(
            upstream.Address,
            settings:
            [
                ("Weather:Alerts:Feeds:MA", upstream.Address.AbsoluteUri),
                ("Weather:Alerts:Feeds:EH", "https://feed.example/eh"),
            ]
        );

        Assert.Equal(upstream.Address, shared.Alerts["EH"]);
        Assert.IsType<AlertFeedResult.Success>(await shared.Alerts.GetAsync("EH", null, Cancel));
        Assert.Equal("MA", shared.Alerts.Answering("EH"));
        Assert.Equal(new Uri("https://feed.example/eh"), own.Alerts["EH"]);
        Assert.Null(shared.Alerts["DZ"]);
    }

    [Fact]
    public async Task Answer_that_a_cache_kept_for_an_hour_is_an_hour_old()
    {
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(CapBodies.Marrakech);
        upstream.Headers["Age"] = "3600";
        await using RunningProviders providers = FeedRunning.Create(
            upstream,
            FeedRunning.At(FeedReading.Noon)
        );

        AlertFeed feed = await FeedRunning.ReadAsync(providers, null);

        Assert.False(feed.IsFresh(FeedReading.Noon));
    }

    [Theory]
    [InlineData(500, null, RefusalKind.Failing, null)]
    [InlineData(503, "1200", RefusalKind.Failing, 20)]
    [InlineData(403, null, RefusalKind.Forbidden, 24 * 60)]
    [InlineData(429, null, RefusalKind.OverQuota, 15)]
    [InlineData(429, "60", RefusalKind.OverQuota, 15)]
    [InlineData(429, "3600", RefusalKind.OverQuota, 60)]
    [InlineData(301, null, RefusalKind.ContractBroken, null)]
    public async Task M10_status_that_is_no_success_is_a_refusal_with_the_wait_that_it_asks_for(
        int status,
        string? retryAfter,
        RefusalKind kind,
        int? minutes
    )
    {
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(CapBodies.Marrakech);
        upstream.Status = status;
        if (retryAfter is not null)
        {
            upstream.Headers["Retry-After"] = retryAfter;
        }

        await using RunningProviders providers = FeedRunning.Create(
            upstream,
            FeedRunning.At(FeedReading.Noon)
        );

        AlertFeedResult result = await providers.Alerts.GetAsync("MA", null, Cancel);

        AlertFeedResult.Refused refused = Assert.IsType<AlertFeedResult.Refused>(result);
        Assert.Equal(kind, refused.Kind);
        Assert.Equal((double?)minutes, (refused.RetryAt - FeedReading.Noon)?.TotalMinutes);
    }

    [Fact]
    public async Task Body_beyond_two_MiB_is_refused()
    {
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync();
        upstream.Put("/feed", CapBodies.Marrakech + new string(' ', 2 * 1024 * 1024));
        await using RunningProviders providers = FeedRunning.Create(
            upstream,
            FeedRunning.At(FeedReading.Noon)
        );

        Assert.IsType<AlertFeedResult.Refused>(await providers.Alerts.GetAsync("MA", null, Cancel));
    }
}
