using NodaTime;
using Weather.Model;
using Weather.Providers.Alerts;
using Xunit;

namespace Weather.Providers.Tests.Alerts;

/// <summary>What a message becomes, in each of the shapes.</summary>
public sealed class CapMessageTests
{
    [Fact]
    public void Languages_of_one_event_are_one_alert_in_the_issuers_words()
    {
        WeatherAlert alert = Assert.Single(FeedReading.Said(CapBodies.Marrakech)!);

        Assert.Equal("ar-MA fr-MA", string.Join(' ', alert.Texts.Select(text => text.Language)));
        Assert.Equal("أمطار قوية أحيانا رعدية", alert.In("ar").Event);
        Assert.Equal("المديرية العامة للأرصاد الجوية", alert.In("ar-MA").Issuer);
        Assert.Equal("Fortes pluies parfois orageuses", alert.In("fr").Event);
        Assert.Equal("https://www.marocmeteo.ma/vigilance", alert.In("fr").Link!.AbsoluteUri);
        Assert.Equal(AlertLevel.Orange, alert.Level);
        Assert.Equal(AlertSeverity.Severe, alert.Severity);
        Assert.Equal(Instant.FromUtc(2026, 11, 24, 15, 0), alert.Onset);
        Assert.Equal(Instant.FromUtc(2026, 11, 24, 23, 0), alert.Ends);
    }

    [Fact]
    public void Feature_of_MetAlerts_has_its_awareness_name_and_a_clean_address()
    {
        WeatherAlert alert = Assert.Single(FeedReading.Said(CapBodies.Features)!);

        Assert.Equal(
            new AlertText("no", "Kuling", "MET Norway", new Uri("https://www.met.no/varsler")),
            alert.Texts.Single()
        );
        Assert.Equal(AlertLevel.Orange, alert.Level);
        Assert.Equal(Instant.FromUtc(2026, 11, 24, 15, 0), alert.Onset);
        Assert.Equal(Instant.FromUtc(2026, 11, 24, 22, 0), alert.Ends);
    }

    [Fact]
    public void Code_that_cannot_be_compared_leaves_open_what_holds_there()
    {
        AlertFeed feed = FeedReading.Feed(CapBodies.Warnings);

        Assert.Null(feed.In(FeedReading.Marrakech, [], FeedReading.Noon));
        Assert.Single(feed.In(FeedReading.Marrakech, [new AreaCode("EMMA_ID", "NL018")], FeedReading.Noon)!);
    }

    [Theory]
    [InlineData("1; green; Minor", false)]
    [InlineData("2; yellow; Moderate", true)]
    [InlineData("4; red; Extreme", true)]
    [InlineData("Red", true)]
    public void Green_is_the_issuers_word_for_nothing(string level, bool shown) =>
        Assert.Equal(shown ? 1 : 0, FeedReading.Said(CapBodies.Message("x", level: level))!.Count);

    [Fact]
    public void Colour_is_never_made_of_the_severity()
    {
        WeatherAlert watch = Assert.Single(FeedReading.Said(CapBodies.Message("x", level: "none"))!);

        Assert.Null(watch.Level);
        Assert.Equal(AlertSeverity.Severe, watch.Severity);
    }

    [Theory]
    [InlineData("<polygon>40,-10 40,-5 45,-5 45,-10 40,-10</polygon>", 0)]
    [InlineData("<polygon>40,-10 40,-5 45,-5</polygon><polygon>30,-10 30,-5 35,-5 35,-10</polygon>", 1)]
    [InlineData("<circle>31.6,-8.0 20</circle>", 1)]
    [InlineData("<circle>33.6,-7.6 20</circle>", 0)]
    [InlineData("<polygon>30,-10 30,-5 nonsense</polygon>", -1)]
    [InlineData("<polygon>91,-10 30,-5 35,-5</polygon><circle>31.6,-8.0 20</circle>", -1)]
    [InlineData("<geocode><valueName>UGC</valueName><value>ORZ001</value></geocode>", -1)]
    [InlineData("", -1)]
    public void Area_holds_the_place_or_not_or_nobody_knows(string area, int alerts) =>
        Assert.Equal(alerts, FeedReading.Said(CapBodies.Message("x", area: area))?.Count ?? -1);

    [Theory]
    [InlineData("http://www.marocmeteo.ma/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:pass@www.marocmeteo.ma/")]
    [InlineData("www.marocmeteo.ma")]
    [InlineData("")]
    public void Address_that_is_not_plain_https_is_left_out(string address)
    {
        string body = CapBodies.Marrakech.Replace(
            "https://www.marocmeteo.ma/vigilance",
            address,
            StringComparison.Ordinal
        );

        Assert.All(Assert.Single(FeedReading.Said(body)!).Texts, text => Assert.Null(text.Link));
    }

    [Theory]
    [InlineData("2026-11-24T15:00:00")]
    [InlineData("yesterday")]
    [InlineData("2026-13-24T15:00:00Z")]
    public void Time_without_an_offset_is_no_time(string onset)
    {
        string body = CapBodies.Marrakech.Replace(
            "<onset>2026-11-24T15:00:00+00:00</onset>",
            $"<onset>{onset}</onset>",
            StringComparison.Ordinal
        );

        // The time of sending stands in for the onset.
        Assert.Equal(FeedReading.Noon, Assert.Single(FeedReading.Said(body)!).Onset);
    }
}
