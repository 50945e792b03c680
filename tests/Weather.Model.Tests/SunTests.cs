using CsCheck;
using NodaTime;
using Xunit;

namespace Weather.Model.Tests;

/// <summary>When the sun rises and sets.</summary>
public sealed class SunTests
{
    private static readonly Duration Margin = Duration.FromSeconds(90);

    [Fact]
    public void Rise_and_set_are_where_IsUp_changes()
    {
        Gen.Select(
                Gen.Double[-60, 60],
                Gen.Double[-180, 180],
                Gen.Int[0, 18 * 365],
                Gen.Int[0, Zones.All.Count - 1]
            )
            .Sample(
                (latitude, longitude, days, zone) =>
                {
                    var point = GeoPoint.Create(latitude, longitude);
                    LocalDate date = new LocalDate(2020, 1, 1).PlusDays(days);
                    SunDay sun = Sun.On(point, date, Zones.All[zone]);
                    if (sun.Sunrise is { } rise)
                    {
                        Assert.Equal(date, rise.InZone(Zones.All[zone]).Date);
                        Assert.True(Sun.IsUp(point, rise + Margin));
                        Assert.False(Sun.IsUp(point, rise - Margin));
                    }

                    if (sun.Sunset is { } set)
                    {
                        Assert.Equal(date, set.InZone(Zones.All[zone]).Date);
                        Assert.False(Sun.IsUp(point, set + Margin));
                        Assert.True(Sun.IsUp(point, set - Margin));
                    }
                },
                iter: 3000
            );
    }

    [Fact]
    public void Between_the_polar_circles_every_day_has_both()
    {
        Gen.Select(Gen.Double[-65, 65], Gen.Double[-180, 180], Gen.Int[0, 18 * 365])
            .Sample(
                (latitude, longitude, days) =>
                {
                    LocalDate date = new LocalDate(2020, 1, 1).PlusDays(days);
                    // The zone of the meridian: in a far one an event may slip over midnight.
                    var zone = DateTimeZone.ForOffset(Offset.FromHours((int)Math.Round(longitude / 15)));
                    SunDay sun = Sun.On(GeoPoint.Create(latitude, longitude), date, zone);
                    Assert.True(sun.Sunrise < sun.Sunset);
                    Assert.Equal(PolarState.None, sun.Polar);
                },
                iter: 2000
            );
    }

    [Fact]
    public void Rise_and_set_agree_with_the_equation_of_time()
    {
        Gen.Select(Gen.Double[-60, 60], Gen.Double[-180, 180], Gen.Int[0, 18 * 365])
            .Sample(
                (latitude, longitude, days) =>
                {
                    LocalDate date = new LocalDate(2020, 1, 1).PlusDays(days);
                    // The clock of the meridian, so that the local day holds both.
                    var zone = DateTimeZone.ForOffset(Offset.FromSeconds((int)(longitude * 240)));
                    SunDay sun = Sun.On(GeoPoint.Create(latitude, longitude), date, zone);
                    // The series of the equation of time leaves out some four seconds.
                    Duration rise = sun.Sunrise!.Value - SunOracle.Sunrise(latitude, longitude, date);
                    Duration set = sun.Sunset!.Value - SunOracle.Sunset(latitude, longitude, date);
                    Assert.InRange(rise.TotalSeconds, -8, 8);
                    Assert.InRange(set.TotalSeconds, -8, 8);
                },
                iter: 2000
            );
    }

    [Fact]
    public void Rise_and_set_by_a_far_zones_clock_lie_in_its_own_day()
    {
        // By Kiritimati's clock London's sun sets before it rises.
        var london = GeoPoint.Create(51.5, -0.13);
        DateTimeZone zone = Zones.Of("Pacific/Kiritimati");

        SunDay sun = Sun.On(london, new LocalDate(2026, 3, 20), zone);

        Assert.True(sun.Sunset < sun.Sunrise);
        Assert.Equal(new LocalDate(2026, 3, 20), sun.Sunset!.Value.InZone(zone).Date);
        Assert.Equal(new LocalDate(2026, 3, 20), sun.Sunrise!.Value.InZone(zone).Date);
    }

    [Fact]
    public void A_sunrise_at_midnight_sharp_belongs_to_the_day_it_opens()
    {
        // In autumn, when sunrises are more than a day apart: no second one is near.
        var milan = GeoPoint.Create(45.4642, 9.19);
        var date = new LocalDate(2026, 10, 20);
        Instant rise = Sun.On(milan, date, DateTimeZone.Utc).Sunrise!.Value;
        Instant utcMidnight = date.AtMidnight().InUtc().ToInstant();
        // A zone whose midnight is that very second, and its neighbour a second later.
        var sharp = DateTimeZone.ForOffset(Offset.FromSeconds((int)(utcMidnight - rise).TotalSeconds));
        var later = DateTimeZone.ForOffset(Offset.FromSeconds((int)(utcMidnight - rise).TotalSeconds - 1));

        Assert.Equal(rise, Sun.On(milan, date, sharp).Sunrise);
        Assert.Equal(rise, Sun.On(milan, date.PlusDays(-1), later).Sunrise);
        Assert.NotEqual(rise, Sun.On(milan, date.PlusDays(-1), sharp).Sunrise);
    }

    [Fact]
    public void A_date_that_the_zone_skipped_has_no_sun_and_no_polar_state()
    {
        SunDay sun = Sun.On(
            GeoPoint.Create(-13.8, -171.8),
            new LocalDate(2011, 12, 30),
            Zones.Of("Pacific/Apia")
        );

        Assert.Equal(new SunDay(null, null, PolarState.None), sun);
    }
}
