using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Weather.Providers.Alerts;
using Weather.StandIns;
using Xunit;

namespace Weather.Providers.Tests.Alerts;

/// <summary>How a feed is asked, as it arrives there.</summary>
public sealed class FeedRequestTests
{
    private const string Index = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Alerts</title>
          <entry><title>one</title><updated>2026-11-24T12:00:00Z</updated>
            <link rel="alternate" href="/page.html"/><link type="application/cap+xml" href="/cap/1.xml"/></entry>
          <entry><title>two</title><updated>2026-11-24T12:00:00Z</updated><link href="/cap/2.xml"/></entry>
        </feed>
        """;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Validators_go_back_byte_for_byte_and_304_confirms_what_was_read()
    {
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(CapBodies.Marrakech);
        upstream.EntityTag = "W/\"odd tag\"";
        upstream.LastModified = "Tue, 24 Nov 2026 11:58:07 GMT";
        FakeTimeProvider time = At(FeedReading.Noon);
        await using RunningProviders providers = Running(upstream, time);

        AlertFeed first = await ReadAsync(providers, null);
        time.Advance(TimeSpan.FromMinutes(11));
        AlertFeed second = await ReadAsync(providers, first);

        Assert.Equal(
            [("/feed", null, null), ("/feed", "W/\"odd tag\"", "Tue, 24 Nov 2026 11:58:07 GMT")],
            upstream.Requests
        );
        Assert.Equal(first.Messages, second.Messages);
        Assert.Equal(FeedReading.Noon + Duration.FromMinutes(11), second.FetchedAt);
    }

    [Fact]
    public async Task Feed_is_not_asked_again_for_ten_minutes_nor_before_its_own_expiry()
    {
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(CapBodies.Marrakech);
        await using RunningProviders providers = Running(upstream, At(FeedReading.Noon));

        AlertFeed plain = await ReadAsync(providers, null);
        upstream.Headers["Expires"] = "Tue, 24 Nov 2026 12:01:00 GMT";
        AlertFeed soon = await ReadAsync(providers, null);
        upstream.Headers["Expires"] = "Tue, 24 Nov 2026 12:25:00 GMT";
        AlertFeed later = await ReadAsync(providers, null);
        upstream.Headers["Expires"] = "Tue, 24 Nov 2037 12:25:00 GMT";
        AlertFeed never = await ReadAsync(providers, null);

        Assert.Equal(
            [10, 10, 25, 60],
            new[] { plain, soon, later, never }.Select(feed =>
                (feed.ExpiresAt - FeedReading.Noon).TotalMinutes
            )
        );
    }

    [Fact]
    public async Task Answer_that_a_cache_kept_for_an_hour_is_an_hour_old()
    {
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(CapBodies.Marrakech);
        upstream.Headers["Age"] = "3600";
        await using RunningProviders providers = Running(upstream, At(FeedReading.Noon));

        AlertFeed feed = await ReadAsync(providers, null);

        Assert.False(feed.IsFresh(FeedReading.Noon));
    }

    [Fact]
    public async Task Messages_of_an_index_are_fetched_once()
    {
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(Index);
        upstream.Put("/cap/1.xml", CapBodies.Message("one"));
        upstream.Put("/cap/2.xml", CapBodies.Message("two", type: "Cancel", references: "s,zero,t"));
        await using RunningProviders providers = Running(upstream, At(FeedReading.Noon));

        AlertFeed first = await ReadAsync(providers, null);
        AlertFeed second = await ReadAsync(providers, first);

        Assert.Equal(
            "/feed /cap/1.xml /cap/2.xml /feed",
            string.Join(' ', upstream.Requests.Select(request => request.Path))
        );
        Assert.Single(second.In(FeedReading.Marrakech, [], FeedReading.Noon)!);
    }

    [Fact]
    public async Task Entry_with_a_new_version_is_fetched_again()
    {
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(Index);
        upstream.Put("/cap/1.xml", CapBodies.Message("one"));
        upstream.Put("/cap/2.xml", CapBodies.Message("two", status: "Test"));
        await using RunningProviders providers = Running(upstream, At(FeedReading.Noon));

        AlertFeed first = await ReadAsync(providers, null);
        upstream.Put(
            "/feed",
            Index.Replace("two</title><updated>2026", "two</title><updated>2027", StringComparison.Ordinal)
        );
        await ReadAsync(providers, first);

        Assert.Equal(2, upstream.Requests.Count(request => request.Path == "/cap/2.xml"));
        Assert.Equal(1, upstream.Requests.Count(request => request.Path == "/cap/1.xml"));
    }

    [Fact]
    public async Task Index_leads_to_no_other_server()
    {
        await using AlertFeedStandIn other = await AlertFeedStandIn.StartAsync(CapBodies.Marrakech);
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(
            Index.Replace("/cap/2.xml", other.Address.AbsoluteUri, StringComparison.Ordinal)
        );
        upstream.Put("/cap/1.xml", CapBodies.Message("one", area: "<circle>60,5 20</circle>"));
        await using RunningProviders providers = Running(upstream, At(FeedReading.Noon));

        AlertFeed feed = await ReadAsync(providers, null);

        Assert.Empty(other.Requests);
        // And what was there stays unknown.
        Assert.Null(feed.In(FeedReading.Marrakech, [], FeedReading.Noon));
    }

    [Fact]
    public async Task Message_that_was_withdrawn_meanwhile_is_no_fault()
    {
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(Index);
        upstream.Put("/cap/1.xml", CapBodies.Message("one"));
        await using RunningProviders providers = Running(upstream, At(FeedReading.Noon));

        AlertFeed feed = await ReadAsync(providers, null);

        Assert.Single(feed.In(FeedReading.Marrakech, [], FeedReading.Noon)!);
    }

    [Theory]
    [InlineData(500, RefusalKind.Failing)]
    [InlineData(403, RefusalKind.Forbidden)]
    [InlineData(429, RefusalKind.OverQuota)]
    [InlineData(301, RefusalKind.ContractBroken)]
    public async Task Status_that_is_no_success_is_a_refusal(int status, RefusalKind kind)
    {
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(CapBodies.Marrakech);
        upstream.Status = status;
        await using RunningProviders providers = Running(upstream, At(FeedReading.Noon));

        AlertFeedResult result = await providers.Alerts.GetAsync("MA", null, Cancel);

        Assert.Equal(kind, Assert.IsType<AlertFeedResult.Refused>(result).Kind);
    }

    [Fact]
    public async Task Body_beyond_two_MiB_is_refused()
    {
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync();
        upstream.Put("/feed", CapBodies.Marrakech + new string(' ', 2 * 1024 * 1024));
        await using RunningProviders providers = Running(upstream, At(FeedReading.Noon));

        Assert.IsType<AlertFeedResult.Refused>(await providers.Alerts.GetAsync("MA", null, Cancel));
    }

    private static FakeTimeProvider At(Instant now) => new(now.ToDateTimeOffset());

    private static RunningProviders Running(AlertFeedStandIn upstream, TimeProvider time) =>
        RunningProviders.Create(
            upstream.Address,
            time,
            settings: ("Weather:Alerts:Feeds:MA", upstream.Address.AbsoluteUri)
        );

    private static async Task<AlertFeed> ReadAsync(RunningProviders providers, AlertFeed? previous) =>
        Assert.IsType<AlertFeedResult.Success>(await providers.Alerts.GetAsync("MA", previous, Cancel)).Feed;
}
