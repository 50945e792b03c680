using NodaTime;
using Weather.Model;
using Weather.Providers.Alerts;
using Xunit;

namespace Weather.Providers.Tests.Alerts;

/// <summary>Which messages of a feed are in force.</summary>
public sealed class AlertFeedTests
{
    [Theory]
    [InlineData("Test")]
    [InlineData("Exercise")]
    [InlineData("System")]
    [InlineData("Draft")]
    public void Only_what_is_meant_counts(string status) =>
        Assert.Empty(FeedReading.Said(CapBodies.Message("MA-1", status: status))!);

    [Fact]
    public void Cancelled_alert_is_over()
    {
        string cancel = CapBodies.Message(
            "MA-2",
            type: "Cancel",
            references: "dgm@example.ma,MA-1,2026-11-24T12:00:00+00:00"
        );

        Assert.Empty(FeedReading.Said(CapBodies.Marrakech, cancel)!);
        Assert.Empty(FeedReading.Said(cancel, CapBodies.Marrakech)!);
    }

    [Fact]
    public void Cancellation_that_is_only_an_exercise_ends_nothing()
    {
        string cancel = CapBodies.Message(
            "MA-2",
            status: "Exercise",
            type: "Cancel",
            references: "dgm@example.ma,MA-1,x"
        );

        Assert.Single(FeedReading.Said(CapBodies.Marrakech, cancel)!);
    }

    [Fact]
    public void Update_takes_the_place_of_what_it_refers_to()
    {
        string update = CapBodies.Message(
            "MA-2",
            type: "Update",
            references: "other,XX-9,x dgm@example.ma,MA-1,2026-11-24T12:00:00+00:00",
            level: "4; red; Extreme"
        );

        Assert.Equal(AlertLevel.Red, Assert.Single(FeedReading.Said(CapBodies.Marrakech, update)!).Level);
    }

    [Fact]
    public void Update_of_an_update_that_was_cancelled_leaves_nothing()
    {
        Assert.Empty(
            FeedReading.Said(
                CapBodies.Message("A"),
                CapBodies.Message("B", type: "Update", references: "s,A,t"),
                CapBodies.Message("C", type: "Cancel", references: "s,B,t")
            )!
        );
    }

    [Fact]
    public void Of_two_messages_with_one_name_the_later_counts()
    {
        string later = CapBodies.Message(
            "MA-1",
            sent: "2026-11-24T12:30:00+00:00",
            level: "2; yellow; Moderate"
        );

        Assert.Equal(AlertLevel.Yellow, Assert.Single(FeedReading.Said(later, CapBodies.Marrakech)!).Level);
    }

    [Theory]
    [InlineData("2026-11-24T12:00:01+00:00", 1)]
    [InlineData("2026-11-24T13:00:00+01:00", 0)]
    [InlineData("2026-11-24T11:59:00+00:00", 0)]
    public void Expired_alert_is_dropped(string expires, int alerts) =>
        Assert.Equal(alerts, FeedReading.Said(CapBodies.Message("x", expires: expires))!.Count);

    [Theory]
    [InlineData("<urgency>Future</urgency>", "<urgency>Past</urgency>")]
    [InlineData("<urgency>", "<responseType>AllClear</responseType><urgency>")]
    public void End_of_a_danger_is_not_a_danger(string before, string after) =>
        Assert.Empty(FeedReading.Said(CapBodies.Marrakech.Replace(before, after, StringComparison.Ordinal))!);

    [Fact]
    public void Worst_comes_first()
    {
        IReadOnlyList<WeatherAlert> said = FeedReading.Said(
            CapBodies.Message("a", level: "2; yellow; Moderate"),
            CapBodies.Message("b", level: "4; red; Extreme"),
            CapBodies.Message("c", level: "3; orange; Severe")
        )!;

        Assert.Equal(
            [AlertLevel.Red, AlertLevel.Orange, AlertLevel.Yellow],
            said.Select(alert => alert.Level!.Value)
        );
    }

    [Fact]
    public void Message_that_nobody_understands_does_not_become_nothing()
    {
        string broken = CapBodies.Marrakech.Replace(
            "<identifier>MA-1</identifier>",
            "",
            StringComparison.Ordinal
        );
        string elsewhere = CapBodies.Message("x", area: "<circle>60,5 20</circle>");

        Assert.Empty(FeedReading.Said(elsewhere)!);
        Assert.Null(FeedReading.Said(elsewhere, broken));
        Assert.Single(FeedReading.Said(CapBodies.Marrakech, broken)!);
    }

    [Fact]
    public void Feed_that_was_not_confirmed_for_half_an_hour_is_not_believed()
    {
        AlertFeed feed = FeedReading.Feed(CapBodies.Marrakech);

        Assert.True(feed.IsFresh(FeedReading.Noon + Duration.FromMinutes(29)));
        Assert.False(feed.IsFresh(FeedReading.Noon + Duration.FromMinutes(30)));
    }
}
