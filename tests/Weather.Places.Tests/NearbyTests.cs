using CsCheck;
using NodaTime;
using Weather.Model;
using Weather.Places.Nearby;
using Xunit;

namespace Weather.Places.Tests;

public sealed class NearbyTests
{
    private static readonly PlaceGrid Grid = new(Loaded.Data.Places);

    [Fact]
    public void The_grid_finds_what_a_scan_of_all_places_finds()
    {
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], Gen.Double[0, 300])
            .Sample(
                (latitude, longitude, kilometres) =>
                {
                    var point = GeoPoint.Create(latitude, longitude);
                    int[] scanned =
                    [
                        .. Enumerable
                            .Range(0, Loaded.Data.Places.Count)
                            .Where(i => Loaded.Data.Places.Point(i).DistanceTo(point) <= kilometres),
                    ];
                    Assert.Equal(scanned, Grid.Within(point, kilometres).Select(near => near.Place).Order());
                },
                iter: 60
            );
    }

    [Fact]
    public void Every_zone_is_one_that_the_pinned_database_knows()
    {
        Assert.All(Loaded.Data.Zones, zone => Assert.NotNull(DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)));
    }

    [Theory]
    [InlineData(31.74, -106.49, "America/Denver")] // El Paso
    [InlineData(31.69, -106.42, "America/Ciudad_Juarez")] // across the river
    [InlineData(25.88, -97.50, "America/Matamoros")]
    [InlineData(-45.57, -72.07, "America/Coyhaique")]
    [InlineData(35.89, -5.32, "Africa/Ceuta")]
    [InlineData(35.85, -5.36, "Africa/Casablanca")] // Fnideq, three kilometres on
    [InlineData(27.15, -13.20, "Africa/El_Aaiun")]
    [InlineData(34.85, -1.73, "Africa/Algiers")] // Maghnia
    [InlineData(34.68, -1.91, "Africa/Casablanca")] // Oujda
    [InlineData(26.5, 2.5, "Africa/Algiers")] // Sahara
    [InlineData(-23.7, 133.88, "Australia/Darwin")]
    [InlineData(66.07, -171.0, "Asia/Anadyr")]
    [InlineData(-18.14, 178.44, "Pacific/Fiji")]
    public void A_point_on_land_keeps_its_neighbours_clock(double latitude, double longitude, string zone)
    {
        Assert.Equal(zone, Loaded.Gazetteer.ZoneAt(GeoPoint.Create(latitude, longitude)));
    }

    [Theory]
    [InlineData(90, 0)]
    [InlineData(-90, 180)]
    [InlineData(0, 180)]
    [InlineData(0, -180)]
    [InlineData(71, 179.9)]
    public void The_rims_of_the_map_have_a_zone(double latitude, double longitude)
    {
        string zone = Loaded.Gazetteer.ZoneAt(GeoPoint.Create(latitude, longitude));

        Assert.NotNull(DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone));
    }

    [Fact]
    public void A_place_across_the_date_line_is_near()
    {
        Place? savusavu = Loaded.Gazetteer.Nearest(GeoPoint.Create(-16.78, -179.99), 100);

        Assert.Equal("FJ", savusavu?.CountryCode);
    }

    [Fact]
    public void A_point_inside_a_city_is_the_citys()
    {
        Place? place = Loaded.Gazetteer.Nearest(GeoPoint.Create(33.60, -7.63), 10);

        Assert.Equal(2553604, place?.Id);
    }
}
