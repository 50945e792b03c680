using Weather.Providers.Alerts;
using Weather.StandIns;
using Xunit;

namespace Weather.Providers.Tests.Alerts;

/// <summary>Feeds that are an index and lead to their messages.</summary>
public sealed class FeedIndexTests
{
    private const string Index = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Alerts</title>
          <entry><title>one</title><updated>2026-11-24T12:00:00Z</updated>
            <link rel="alternate" href="/page.html"/><link type="application/cap+xml" href="/cap/1.xml"/></entry>
          <entry><title>two</title><updated>2026-11-24T12:00:00Z</updated><link href="/cap/2.xml"/></entry>
        </feed>
        """;

    [Fact]
    public async Task Messages_of_an_index_are_fetched_once()
    {
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(Index);
        upstream.Put("/cap/1.xml", CapBodies.Message("one"));
        upstream.Put("/cap/2.xml", CapBodies.Message("two", type: "Cancel", references: "s,zero,t"));
        await using RunningProviders providers = FeedRunning.Create(
            upstream,
            FeedRunning.At(FeedReading.Noon)
        );

        AlertFeed first = await FeedRunning.ReadAsync(providers, null);
        AlertFeed second = await FeedRunning.ReadAsync(providers, first);

        Assert.Equal(
            "/cap/1.xml /cap/2.xml /feed /feed",
            string.Join(' ', upstream.Requests.Select(request => request.Path).Order(StringComparer.Ordinal))
        );
        Assert.Single(second.In(FeedReading.Marrakech, [], FeedReading.Noon)!);
    }

    [Fact]
    public async Task Entry_with_a_new_version_is_fetched_again()
    {
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(Index);
        upstream.Put("/cap/1.xml", CapBodies.Message("one"));
        upstream.Put("/cap/2.xml", CapBodies.Message("two", status: "Test"));
        await using RunningProviders providers = FeedRunning.Create(
            upstream,
            FeedRunning.At(FeedReading.Noon)
        );

        AlertFeed first = await FeedRunning.ReadAsync(providers, null);
        upstream.Put(
            "/feed",
            Index.Replace("two</title><updated>2026", "two</title><updated>2027", StringComparison.Ordinal)
        );
        await FeedRunning.ReadAsync(providers, first);

        Assert.Equal(2, upstream.Requests.Count(request => request.Path == "/cap/2.xml"));
        Assert.Equal(1, upstream.Requests.Count(request => request.Path == "/cap/1.xml"));
    }

    [Fact]
    public async Task Message_that_was_not_understood_is_asked_for_again()
    {
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(Index);
        upstream.Put("/cap/1.xml", CapBodies.Message("one", area: "<circle>60,5 20</circle>"));
        upstream.Put("/cap/2.xml", "<html>Sign in</html>");
        await using RunningProviders providers = FeedRunning.Create(
            upstream,
            FeedRunning.At(FeedReading.Noon)
        );

        AlertFeed first = await FeedRunning.ReadAsync(providers, null);
        upstream.Put("/cap/2.xml", CapBodies.Message("two"));
        AlertFeed second = await FeedRunning.ReadAsync(providers, first);

        Assert.Null(first.In(FeedReading.Marrakech, [], FeedReading.Noon));
        Assert.Single(second.In(FeedReading.Marrakech, [], FeedReading.Noon)!);
    }

    [Fact]
    public async Task Message_that_is_missing_leaves_the_rest_and_no_warnings_is_not_said()
    {
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(Index);
        upstream.EntityTag = "\"one\"";
        upstream.Put("/cap/1.xml", CapBodies.Message("one", area: "<circle>60,5 20</circle>"));
        // More than is read: no whole answer.
        upstream.Put("/cap/2.xml", new string(' ', 3 * 1024 * 1024));
        await using RunningProviders providers = FeedRunning.Create(
            upstream,
            FeedRunning.At(FeedReading.Noon)
        );

        AlertFeed first = await FeedRunning.ReadAsync(providers, null);
        upstream.Put("/cap/2.xml", CapBodies.Message("two", area: "<circle>60,5 20</circle>"));
        AlertFeed second = await FeedRunning.ReadAsync(providers, first);

        Assert.Null(first.In(FeedReading.Marrakech, [], FeedReading.Noon));
        Assert.Empty(second.In(FeedReading.Marrakech, [], FeedReading.Noon)!);
        Assert.Equal(1, upstream.Requests.Count(request => request.Path == "/cap/1.xml"));
    }

    [Fact]
    public async Task Index_without_end_is_refused_and_leads_nowhere()
    {
        string entries = string.Concat(
            Enumerable.Range(0, 101).Select(k => $"<item><link>/cap/{k}.xml</link></item>")
        );
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(
            $"<rss version=\"2.0\"><channel>{entries}</channel></rss>"
        );
        await using RunningProviders providers = FeedRunning.Create(
            upstream,
            FeedRunning.At(FeedReading.Noon)
        );

        Assert.IsType<AlertFeedResult.Refused>(
            await providers.Alerts.GetAsync("MA", null, TestContext.Current.CancellationToken)
        );
        Assert.Single(upstream.Requests);
    }

    [Fact]
    public async Task Index_leads_to_no_other_server()
    {
        await using AlertFeedStandIn other = await AlertFeedStandIn.StartAsync(CapBodies.Marrakech);
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(
            Index.Replace("/cap/2.xml", other.Address.AbsoluteUri, StringComparison.Ordinal)
        );
        upstream.Put("/cap/1.xml", CapBodies.Message("one", area: "<circle>60,5 20</circle>"));
        await using RunningProviders providers = FeedRunning.Create(
            upstream,
            FeedRunning.At(FeedReading.Noon)
        );

        AlertFeed feed = await FeedRunning.ReadAsync(providers, null);

        Assert.Empty(other.Requests);
        // And what was there stays unknown.
        Assert.Null(feed.In(FeedReading.Marrakech, [], FeedReading.Noon));
    }

    [Fact]
    public async Task Message_that_was_withdrawn_meanwhile_is_no_fault()
    {
        await using AlertFeedStandIn upstream = await AlertFeedStandIn.StartAsync(Index);
        upstream.Put("/cap/1.xml", CapBodies.Message("one"));
        await using RunningProviders providers = FeedRunning.Create(
            upstream,
            FeedRunning.At(FeedReading.Noon)
        );

        AlertFeed feed = await FeedRunning.ReadAsync(providers, null);

        Assert.Single(feed.In(FeedReading.Marrakech, [], FeedReading.Noon)!);
    }
}
