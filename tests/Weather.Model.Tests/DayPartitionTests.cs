using CsCheck;
using NodaTime;
using Xunit;

namespace Weather.Model.Tests;

/// <summary>In every zone the days share out the hours: none twice, none left out, none in the wrong day.</summary>
public sealed class DayPartitionTests
{
    private const int FirstYear = 2020;
    private const int LastYear = 2037;
    private static readonly Instant From = Instant.FromUtc(FirstYear, 1, 1, 0, 0);
    private static readonly Instant To = Instant.FromUtc(LastYear + 1, 1, 1, 0, 0);

    [Fact]
    public void Days_share_out_the_hours_in_any_zone_at_any_time()
    {
        int span = (int)(To - From).TotalHours;
        Gen.Select(Gen.Int[0, Zones.All.Count - 1], Gen.Int[0, span], Gen.Int[1, 240])
            .Sample(
                (zone, start, count) => ShareOut(Zones.All[zone], From + Duration.FromHours(start), count),
                iter: 3000
            );
    }

    [Fact]
    public void Days_share_out_the_hours_around_every_clock_change()
    {
        int changes = 0;
        foreach (DateTimeZone zone in Zones.All)
        {
            foreach (Instant change in zone.GetZoneIntervals(From, To).Skip(1).Select(part => part.Start))
            {
                Instant hour = Instant.FromUnixTimeSeconds(change.ToUnixTimeSeconds() / 3600 * 3600);
                ShareOut(zone, hour - Duration.FromHours(30), 78);
                changes++;
            }
        }

        Assert.InRange(changes, 5_000, 20_000);
    }

    private static void ShareOut(DateTimeZone zone, Instant start, int count)
    {
        Forecast forecast = Forecasts.From(start, Forecasts.Numbered(count));

        IReadOnlyList<Day> days = DayCutter.Cut(forecast, zone, Forecasts.Anywhere);

        int next = 0;
        foreach (Day day in days)
        {
            (int first, int last) = Forecasts.HoursOf(day);
            Assert.Equal(next, first);
            Assert.Equal(day.Date, DateOf(zone, start, first));
            Assert.Equal(day.Date, DateOf(zone, start, last));
            Assert.Equal(LengthOf(zone, day.Date), day.Length);
            next = last + 1;
        }

        Assert.Equal(
            Enumerable.Range(0, days.Count).Select(days[0].Date.PlusDays),
            days.Select(day => day.Date)
        );
        if (next < count)
        {
            // What is left is a day too short to show, and no hour of a day shown.
            Assert.Equal(days[^1].Date.PlusDays(1), DateOf(zone, start, next));
            Assert.True(count - next < 0.75 * LengthOf(zone, days[^1].Date.PlusDays(1)));
        }
    }

    private static LocalDate DateOf(DateTimeZone zone, Instant start, int hour) =>
        (start + Duration.FromMinutes((60 * hour) + 30)).InZone(zone).Date;

    /// <summary>By counting: every offset of these years is a multiple of a quarter of an hour.</summary>
    private static double LengthOf(DateTimeZone zone, LocalDate date)
    {
        Instant earliest = date.AtMidnight().InUtc().ToInstant() - Duration.FromHours(18);
        return Enumerable
                .Range(0, 60 * 4)
                .Count(quarter => (earliest + Duration.FromMinutes(15 * quarter)).InZone(zone).Date == date)
            / 4.0;
    }
}
