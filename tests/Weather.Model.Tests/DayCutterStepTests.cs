using NodaTime;
using Xunit;

namespace Weather.Model.Tests;

/// <summary>Extremes of steps that are longer than an hour, where local midnight may cut them.</summary>
public sealed class DayCutterStepTests
{
    /// <summary>Steps of six hours from 2026-01-10 00:00 UTC; step n is between −n and 10 + n °C, its instant 5 °C.</summary>
    private static readonly Forecast Steps = Forecasts.From(
        "2026-01-10T00",
        Enumerable
            .Range(0, 6 * 12)
            .Select(hour => new Hour
            {
                Temperature = hour % 6 == 0 ? 5 : null,
                TemperatureMinimum = -(hour / 6),
                TemperatureMaximum = 10 + (hour / 6),
                Step = new StepPosition(hour % 6, 6),
            })
    );

    [Fact]
    public void Step_that_lies_in_the_day_gives_its_extremes()
    {
        Day second = Cut("Etc/UTC")[1];

        Assert.Equal(-7, second.TemperatureMinimum);
        Assert.Equal(17, second.TemperatureMaximum);
    }

    [Theory]
    // The second local day begins in a step and ends in one; the whole ones between count.
    [InlineData("Europe/Oslo", 6)]
    [InlineData("Europe/Moscow", 6)]
    [InlineData("America/New_York", 7)]
    [InlineData("America/Sao_Paulo", 7)]
    public void Step_that_midnight_cuts_gives_none(string zone, int lastWhole)
    {
        Day second = Cut(zone).Single(day => day.Date == new LocalDate(2026, 1, 11));

        Assert.Equal(-lastWhole, second.TemperatureMinimum);
        Assert.Equal(10 + lastWhole, second.TemperatureMaximum);
    }

    [Fact]
    public void Instant_in_the_day_counts_though_its_step_does_not()
    {
        Hour[] hours =
        [
            .. Steps.Hours.Select((hour, index) => index == 42 ? hour with { Temperature = -40 } : hour),
        ];

        Day second = DayCutter.Cut(
            Steps with
            {
                Hours = hours,
            },
            DateTimeZoneProviders.Tzdb["Europe/Oslo"],
            Forecasts.Anywhere
        )[1];

        Assert.Equal(-40, second.TemperatureMinimum);
    }

    [Theory]
    [InlineData("Etc/UTC")]
    [InlineData("Europe/Moscow")]
    [InlineData("Asia/Kolkata")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("America/Los_Angeles")]
    public void Every_full_day_of_steps_has_extremes_wherever_midnight_falls(string zone)
    {
        IReadOnlyList<Day> days = Cut(zone);

        Assert.True(days.Count >= 3);
        Assert.All(days.Take(1..^1), day => Assert.True(day.TemperatureMinimum < 0));
    }

    private static IReadOnlyList<Day> Cut(string zone) =>
        DayCutter.Cut(Steps, DateTimeZoneProviders.Tzdb[zone], Forecasts.Anywhere);
}
