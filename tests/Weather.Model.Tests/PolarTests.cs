using NodaTime;
using Xunit;

namespace Weather.Model.Tests;

/// <summary>Days on which the sun does not rise, or does not set, or neither.</summary>
public sealed class PolarTests
{
    private static readonly GeoPoint Tromso = GeoPoint.Create(69.6492, 18.9553);
    private static readonly GeoPoint Rothera = GeoPoint.Create(-67.5678, -68.1272);
    private static readonly DateTimeZone Oslo = Zones.Of("Europe/Oslo");

    [Fact]
    public void Polar_day_and_night_are_named_at_tromso()
    {
        Assert.Equal(
            new SunDay(null, null, PolarState.Day),
            Sun.On(Tromso, new LocalDate(2026, 6, 21), Oslo)
        );
        Assert.Equal(
            new SunDay(null, null, PolarState.Night),
            Sun.On(Tromso, new LocalDate(2026, 12, 21), Oslo)
        );
    }

    [Fact]
    public void Polar_day_and_night_are_named_at_rothera()
    {
        DateTimeZone zone = Zones.Of("Antarctica/Rothera");

        Assert.Equal(
            new SunDay(null, null, PolarState.Night),
            Sun.On(Rothera, new LocalDate(2026, 6, 21), zone)
        );
        Assert.Equal(
            new SunDay(null, null, PolarState.Day),
            Sun.On(Rothera, new LocalDate(2026, 12, 21), zone)
        );
    }

    [Theory]
    [InlineData(90, 6, PolarState.Day)]
    [InlineData(90, 12, PolarState.Night)]
    [InlineData(-90, 6, PolarState.Night)]
    [InlineData(-90, 12, PolarState.Day)]
    public void The_poles_have_half_a_year_of_each(double latitude, int month, PolarState polar)
    {
        SunDay sun = Sun.On(GeoPoint.Create(latitude, 0), new LocalDate(2026, month, 21), DateTimeZone.Utc);

        Assert.Equal(new SunDay(null, null, polar), sun);
    }

    [Fact]
    public void A_day_may_have_one_event_only()
    {
        // Before the midnight sun the last sunset slips past midnight: that day has a sunrise and no sunset.
        SunDay[] year = Year(Tromso, Oslo);

        SunDay[] half = [.. year.Where(sun => sun.Sunrise is null != sun.Sunset is null)];
        Assert.NotEmpty(half);
        Assert.All(half, sun => Assert.Equal(PolarState.None, sun.Polar));
    }

    [Fact]
    public void Polar_is_named_when_the_sun_stays_where_it_is()
    {
        // By the declination of noon the seasons of light may begin and end a day beside those of the minute.
        int beside = Dates2026()
            .Count(date =>
            {
                bool[] up = [.. Minutes(date, Oslo).Select(minute => Sun.IsUp(Tromso, minute)).Distinct()];
                PolarState seen = up switch
                {
                    [true] => PolarState.Day,
                    [false] => PolarState.Night,
                    _ => PolarState.None,
                };
                return Sun.On(Tromso, date, Oslo).Polar != seen;
            });

        Assert.InRange(beside, 0, 4);
    }

    private static SunDay[] Year(GeoPoint point, DateTimeZone zone) =>
        [.. Dates2026().Select(date => Sun.On(point, date, zone))];

    private static IEnumerable<LocalDate> Dates2026() =>
        Enumerable.Range(0, 365).Select(new LocalDate(2026, 1, 1).PlusDays);

    private static IEnumerable<Instant> Minutes(LocalDate date, DateTimeZone zone)
    {
        Instant end = zone.AtStartOfDay(date.PlusDays(1)).ToInstant();
        for (Instant at = zone.AtStartOfDay(date).ToInstant(); at < end; at += Duration.FromMinutes(1))
        {
            yield return at;
        }
    }
}
