using NodaTime;
using Weather.Model;
using Weather.Providers.Alerts;
using Xunit;

namespace Weather.Providers.Tests.Alerts;

/// <summary>Real feeds, recorded by others, where they lie beside the checkout.</summary>
public sealed class RecordedFeedTests
{
    [Fact]
    public void MetAlerts_of_March_has_29_alerts_with_clean_addresses()
    {
        AlertFeed feed = Feed("met", "metalerts-current-29-features.json");
        WeatherAlert[] alerts = [.. feed.Messages.SelectMany(message => message.Alerts)];

        Assert.Equal(29, alerts.Length);
        Assert.All(feed.Messages, message => Assert.True(message.IsReadable));
        Assert.All(
            alerts,
            alert =>
            {
                AlertText text = alert.Texts.Single();
                Assert.Equal("no", text.Language);
                Assert.Equal("MET Norway", text.Issuer);
                Assert.Equal("https", text.Link!.Scheme);
                Assert.Equal(AlertLevel.Yellow, alert.Level);
                Assert.NotEmpty(alert.Area.Polygons);
                Assert.True(alert.Ends > alert.Onset);
            }
        );
    }

    [Theory]
    // In area A2 west of Svalbard, in Oslo, and where the first alert is over.
    [InlineData(78.5, -3.0, "2026-03-07T21:00:00Z", "Kuling")]
    [InlineData(59.91, 10.75, "2026-03-07T21:00:00Z", null)]
    [InlineData(78.5, -3.0, "2026-03-09T00:00:00Z", null)]
    public void MetAlerts_says_what_holds_where_and_when(
        double latitude,
        double longitude,
        string now,
        string? name
    )
    {
        IReadOnlyList<WeatherAlert> said = Feed("met", "metalerts-current-29-features.json")
            .In(GeoPoint.Create(latitude, longitude), [], CapWords.Time(now)!.Value)!;

        Assert.Equal(name, said.Count == 0 ? null : said[0].In("ar").Event);
    }

    [Fact]
    public void Green_of_the_Netherlands_is_no_alert_anywhere()
    {
        AlertFeed feed = Feed("other", "meteoalarm-netherlands.json");
        WeatherAlert[] alerts = [.. feed.Messages.SelectMany(message => message.Alerts)];

        Assert.Equal(3, alerts.Length);
        Assert.All(
            alerts,
            alert => Assert.Equal("nl-NL en-GB", string.Join(' ', alert.Texts.Select(text => text.Language)))
        );
        Assert.All(alerts, alert => Assert.Equal(AlertLevel.Green, alert.Level));
        Assert.Empty(feed.In(GeoPoint.Create(52.9, 6.6), [new AreaCode("EMMA_ID", "NL018")], Noon)!);
    }

    [Fact]
    public void Watch_of_the_US_service_stays_a_watch_without_a_colour()
    {
        AlertFeed feed = Feed("nws", "pynws-alerts-active-zone.json");
        Instant evening = Instant.FromUtc(2019, 12, 21, 0, 0);
        GeoPoint oregon = GeoPoint.Create(45.0, -123.5);

        WeatherAlert alert = Assert.Single(feed.In(oregon, [new AreaCode("UGC", "ORZ004")], evening)!);

        Assert.Equal("Flood Watch", alert.In("en").Event);
        Assert.Equal("NWS Portland OR", alert.In("en").Issuer);
        Assert.Null(alert.Level);
        Assert.Equal(AlertSeverity.Severe, alert.Severity);
        Assert.Equal(Instant.FromUtc(2019, 12, 22, 18, 0), alert.Ends);
        // Without its zone nobody knows whether it holds for a point.
        Assert.Null(feed.In(oregon, [], evening));
    }

    [Theory]
    [InlineData("met", "metalerts-current-29-features.json")]
    [InlineData("other", "meteoalarm-netherlands.json")]
    [InlineData("nws", "pynws-alerts-active-zone.json")]
    public void Cut_anywhere_it_is_refused(string provider, string name)
    {
        byte[] body = File.ReadAllBytes(Path.Combine(RecordedFolder.Find(provider), name));
        int whole = body.AsSpan().TrimEnd("\r\n "u8).Length;

        for (int length = 0; length < whole; length += 31)
        {
            Assert.Null(FeedReading.Bytes(body.AsMemory(0, length)));
        }
    }

    private static Instant Noon => Instant.FromUtc(2026, 3, 7, 12, 0);

    private static AlertFeed Feed(string provider, string name) =>
        new()
        {
            Messages = FeedReading
                .Bytes(File.ReadAllBytes(Path.Combine(RecordedFolder.Find(provider), name)))!
                .Messages,
            FetchedAt = Noon,
            ExpiresAt = Noon,
        };
}
