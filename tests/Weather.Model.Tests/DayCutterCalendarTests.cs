using NodaTime;
using Xunit;

namespace Weather.Model.Tests;

/// <summary>Which hours make which day.</summary>
public sealed class DayCutterCalendarTests
{
    [Theory]
    // zone, first UTC hour (the one that midnight opens or falls into), date, length, hours
    [InlineData("America/New_York", "2026-03-08T05", "2026-03-08", 23, 23)]
    [InlineData("America/Toronto", "2026-03-08T05", "2026-03-08", 23, 23)]
    [InlineData("America/New_York", "2026-11-01T04", "2026-11-01", 25, 25)]
    [InlineData("America/Toronto", "2026-11-01T04", "2026-11-01", 25, 25)]
    [InlineData("Europe/Paris", "2026-03-28T23", "2026-03-29", 23, 23)]
    [InlineData("Europe/Paris", "2026-07-13T22", "2026-07-14", 24, 24)]
    // Midnight is 13:30Z before and 13:00Z after the change of half an hour, and the reverse in April.
    [InlineData("Australia/Lord_Howe", "2026-10-03T13", "2026-10-04", 23.5, 24)]
    [InlineData("Australia/Lord_Howe", "2026-04-04T13", "2026-04-05", 24.5, 24)]
    [InlineData("Asia/Kathmandu", "2026-05-09T18", "2026-05-10", 24, 24)]
    [InlineData("Australia/Darwin", "2026-05-09T14", "2026-05-10", 24, 24)]
    // Morocco left +01 for good: 02:00 became 01:00.
    [InlineData("Africa/Casablanca", "2026-09-19T23", "2026-09-20", 25, 25)]
    [InlineData("Africa/Casablanca", "2026-09-21T00", "2026-09-21", 24, 24)]
    [InlineData("Africa/Casablanca", "2027-07-01T00", "2027-07-01", 24, 24)]
    // 24:00 becomes 23:00, and 00:00 becomes 01:00: the change is at midnight itself.
    [InlineData("America/Santiago", "2026-04-04T03", "2026-04-04", 25, 25)]
    [InlineData("America/Santiago", "2026-09-06T04", "2026-09-06", 23, 23)]
    public void A_local_day_takes_its_hours(string zone, string start, string date, double length, int hours)
    {
        Forecast forecast = Forecasts.From(start, Forecasts.Numbered(72));

        IReadOnlyList<Day> days = DayCutter.Cut(forecast, Zones.Of(zone), Forecasts.Anywhere);

        Assert.Equal(Date(date), days[0].Date);
        Assert.Equal(length, days[0].Length);
        Assert.Equal((0, hours - 1), Forecasts.HoursOf(days[0]));
        Assert.Equal(hours, Forecasts.HoursOf(days[1]).First);
    }

    [Theory]
    // The hour before each of those above: its middle lies before midnight.
    [InlineData("Asia/Kathmandu", "2026-05-09T17", "2026-05-09")]
    [InlineData("Australia/Darwin", "2026-05-09T13", "2026-05-09")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T12", "2026-04-04")]
    [InlineData("Africa/Casablanca", "2026-09-20T23", "2026-09-20")]
    public void An_hour_whose_middle_is_before_midnight_belongs_to_yesterday(
        string zone,
        string start,
        string date
    )
    {
        Forecast forecast = Forecasts.From(start, Forecasts.Numbered(30));

        Day first = DayCutter.Cut(forecast, Zones.Of(zone), Forecasts.Anywhere)[0];

        Assert.Equal(Date(date), first.Date);
        Assert.Equal((0, 0), Forecasts.HoursOf(first));
    }

    [Theory]
    [InlineData("2026-09-19T22:59:59", 1)]
    [InlineData("2026-09-20T00:59:59", 1)]
    [InlineData("2026-09-20T01:00:00", 0)]
    [InlineData("2027-01-01T00:00:00", 0)]
    [InlineData("2030-08-01T00:00:00", 0)]
    public void The_pinned_zone_data_know_that_morocco_moved_to_utc(string utc, int hours)
    {
        Assert.Equal(Offset.FromHours(hours), Zones.Of("Africa/Casablanca").GetUtcOffset(Instants.Of(utc)));
    }

    [Fact]
    public void A_date_that_the_zone_skipped_ends_the_list()
    {
        Forecast forecast = Forecasts.From("2011-12-29T10", Forecasts.Numbered(96));

        IReadOnlyList<Day> days = DayCutter.Cut(forecast, Zones.Of("Pacific/Apia"), Forecasts.Anywhere);

        Assert.Equal([Date("2011-12-29")], days.Select(day => day.Date));
        Assert.Equal(24, days[0].Length);
        Assert.Equal((0, 23), Forecasts.HoursOf(days[0]));
    }

    [Fact]
    public void The_day_after_a_skipped_date_is_whole()
    {
        Forecast forecast = Forecasts.From("2011-12-30T10", Forecasts.Numbered(48));

        IReadOnlyList<Day> days = DayCutter.Cut(forecast, Zones.Of("Pacific/Apia"), Forecasts.Anywhere);

        Assert.Equal([Date("2011-12-31"), Date("2012-01-01")], days.Select(day => day.Date));
        Assert.Equal((0, 23), Forecasts.HoursOf(days[0]));
    }

    [Fact]
    public void A_first_day_may_be_a_remainder()
    {
        Forecast forecast = Forecasts.From("2026-05-10T22", Forecasts.Numbered(26));

        IReadOnlyList<Day> days = DayCutter.Cut(forecast, DateTimeZone.Utc, Forecasts.Anywhere);

        Assert.Equal([(0, 1), (2, 25)], days.Select(Forecasts.HoursOf));
        Assert.Equal(24, days[0].Length);
    }

    [Theory]
    [InlineData(24 + 17, 1)]
    [InlineData(24 + 18, 2)]
    public void A_last_day_needs_three_quarters_of_its_hours(int hours, int days)
    {
        Forecast forecast = Forecasts.From("2026-05-10T00", Forecasts.Numbered(hours));

        Assert.Equal(days, DayCutter.Cut(forecast, DateTimeZone.Utc, Forecasts.Anywhere).Count);
    }

    [Theory]
    // Three quarters of 23 hours are 17.25, of 25 hours 18.75.
    [InlineData("2026-03-07T05", 17, 1)]
    [InlineData("2026-03-07T05", 18, 2)]
    [InlineData("2026-10-31T04", 18, 1)]
    [InlineData("2026-10-31T04", 19, 2)]
    public void Three_quarters_are_those_of_the_local_day(string start, int more, int days)
    {
        Forecast forecast = Forecasts.From(start, Forecasts.Numbered(24 + more));

        Assert.Equal(days, DayCutter.Cut(forecast, Zones.Of("America/New_York"), Forecasts.Anywhere).Count);
    }

    [Fact]
    public void A_missing_day_ends_the_list_and_shifts_nothing()
    {
        Hour[] hours = Forecasts.Numbered(96);
        // 17 of 24 temperatures remain on the second day; the third and fourth are whole.
        for (int k = 24; k < 31; k++)
        {
            hours[k] = hours[k] with { Temperature = null };
        }

        IReadOnlyList<Day> days = DayCutter.Cut(
            Forecasts.From("2026-05-10T00", hours),
            DateTimeZone.Utc,
            Forecasts.Anywhere
        );

        Assert.Equal([Date("2026-05-10")], days.Select(day => day.Date));
    }

    [Fact]
    public void A_forecast_without_hours_has_no_days()
    {
        Assert.Empty(DayCutter.Cut(Forecasts.From("2026-05-10T00"), DateTimeZone.Utc, Forecasts.Anywhere));
    }

    [Fact]
    public void Each_day_has_the_sun_of_its_own_date_and_place()
    {
        var toronto = GeoPoint.Create(43.7, -79.4);
        DateTimeZone zone = Zones.Of("America/Toronto");
        Forecast forecast = Forecasts.From("2026-03-08T05", Forecasts.Numbered(47));

        IReadOnlyList<Day> days = DayCutter.Cut(forecast, zone, toronto);

        Assert.Equal(2, days.Count);
        Assert.All(days, day => Assert.Equal(Sun.On(toronto, day.Date, zone), day.Sun));
    }

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
