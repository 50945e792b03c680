using NodaTime;
using Xunit;

namespace Weather.Model.Tests;

/// <summary>How cold and how warm a day was.</summary>
public sealed class DayCutterTemperatureTests
{
    private static readonly Hour Silent = new();

    [Fact]
    public void Temperature_runs_from_the_lowest_to_the_highest()
    {
        Day day = Cut(At(-2), At(-7), Silent, At(-1));

        Assert.Equal((-7, -1), (day.TemperatureMinimum, day.TemperatureMaximum));
    }

    [Fact]
    public void Extremes_of_longer_steps_widen_the_range()
    {
        Day day = Cut(At(10), new Hour { TemperatureMinimum = 4, TemperatureMaximum = 19 }, At(12));

        Assert.Equal((4, 19), (day.TemperatureMinimum, day.TemperatureMaximum));
    }

    [Fact]
    public void Extremes_of_longer_steps_do_not_narrow_the_range()
    {
        Day day = Cut(At(2), new Hour { TemperatureMinimum = 4, TemperatureMaximum = 19 }, At(25));

        Assert.Equal((2, 25), (day.TemperatureMinimum, day.TemperatureMaximum));
    }

    [Fact]
    public void Hours_that_know_only_the_extremes_of_their_step_cover_a_day()
    {
        var step = new Hour { TemperatureMinimum = 4, TemperatureMaximum = 19 };

        Assert.Equal(2, CutAll(Enumerable.Repeat(step, 48)).Count);
        Assert.Single(CutAll(Enumerable.Repeat(step with { TemperatureMaximum = null }, 48)));
        Assert.Single(CutAll(Enumerable.Repeat(step with { TemperatureMinimum = null }, 48)));
    }

    [Fact]
    public void Values_of_tomorrow_stay_out_of_today()
    {
        Hour[] hours = [.. Enumerable.Repeat(At(10), 24), .. Enumerable.Repeat(At(30), 24)];

        IReadOnlyList<Day> days = CutAll(hours);

        Assert.Equal(
            [(10, 10), (30, 30)],
            days.Select(day => (day.TemperatureMinimum, day.TemperatureMaximum))
        );
    }

    private static Hour At(double temperature) => new() { Temperature = temperature };

    private static Day Cut(params IEnumerable<Hour> hours) => Assert.Single(CutAll(hours));

    private static IReadOnlyList<Day> CutAll(IEnumerable<Hour> hours) =>
        DayCutter.Cut(Forecasts.From("2026-05-10T00", hours), DateTimeZone.Utc, Forecasts.Anywhere);
}
