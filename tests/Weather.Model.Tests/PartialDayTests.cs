using NodaTime;
using Xunit;

namespace Weather.Model.Tests;

/// <summary>Today, where the provider begins at the present hour.</summary>
public sealed class PartialDayTests
{
    private static readonly DateTimeZone Utc = DateTimeZone.Utc;

    [Theory]
    // From 05:00 on the minimum of the night is still ahead or just there; from 13:00 on the maximum is.
    [InlineData(0, true, true)]
    [InlineData(5, true, true)]
    [InlineData(6, false, true)]
    [InlineData(13, false, true)]
    [InlineData(14, false, false)]
    [InlineData(23, false, false)]
    public void Extreme_that_may_have_passed_unknown_is_missing(int firstHour, bool minimum, bool maximum)
    {
        Forecast forecast = Forecasts.From($"2026-11-24T{firstHour:00}", Forecasts.Numbered(72));

        Day today = DayCutter.Cut(forecast, Utc, Forecasts.Anywhere)[0];

        Assert.Equal(minimum, today.TemperatureMinimum is not null);
        Assert.Equal(maximum, today.TemperatureMaximum is not null);
        Assert.NotNull(today.Precipitation);
    }

    [Fact]
    public void Hours_told_earlier_complete_the_day()
    {
        Forecast morning = Forecasts.From("2026-11-24T00", Forecasts.Numbered(24));
        Forecast evening = Forecasts.From("2026-11-24T20", Forecasts.Numbered(48));

        Forecast whole = evening.After(morning, Instants.Of("2026-11-23T20:00:00"));

        Assert.Equal(morning.Start, whole.Start);
        Assert.Equal(20 + 48, whole.Hours.Count);
        Assert.Equal(morning.Hours.Take(20), whole.Hours.Take(20));
        Assert.Equal(evening.Hours, whole.Hours.Skip(20));
        Assert.Equal(evening.Source, whole.Source);
    }

    [Fact]
    public void Hours_told_long_ago_are_let_go()
    {
        Forecast morning = Forecasts.From("2026-11-24T00", Forecasts.Numbered(24));
        Forecast evening = Forecasts.From("2026-11-24T20", Forecasts.Numbered(48));

        Forecast whole = evening.After(morning, Instants.Of("2026-11-24T17:30:00"));

        Assert.Equal(Instants.Of("2026-11-24T18:00:00"), whole.Start);
        Assert.Equal(2 + 48, whole.Hours.Count);
    }

    [Fact]
    public void Hours_of_another_provider_or_place_or_with_a_gap_are_not_mixed_in()
    {
        Forecast evening = Forecasts.From("2026-11-24T20", Forecasts.Numbered(48));
        Forecast morning = Forecasts.From("2026-11-24T00", Forecasts.Numbered(24));
        Instant since = Instants.Of("2026-11-23T20:00:00");

        Assert.Same(evening, evening.After(null, since));
        Assert.Same(evening, evening.After(morning with { Hours = [.. morning.Hours.Take(19)] }, since));
        Assert.Same(evening, evening.After(morning with { Point = GeoPoint.Create(0, 0) }, since));
        Assert.Same(
            evening,
            evening.After(morning with { Source = morning.Source with { Provider = "other" } }, since)
        );
    }
}
