namespace Weather.Model.Tests;

using Xunit;

public sealed class GeoPointTests
{
    [Theory]
    [InlineData(90.0001, 0)]
    [InlineData(-90.0001, 0)]
    [InlineData(0, 180.0001)]
    [InlineData(0, -180.0001)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.NaN)]
    [InlineData(double.PositiveInfinity, 0)]
    public void A_point_off_the_earth_cannot_be_made(double latitude, double longitude)
    {
        Assert.False(GeoPoint.TryCreate(latitude, longitude, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => GeoPoint.Create(latitude, longitude));
    }

    [Theory]
    [InlineData(90, 180)]
    [InlineData(-90, -180)]
    [InlineData(31.63, -8.01)]
    public void A_point_on_the_earth_keeps_its_coordinates(double latitude, double longitude)
    {
        Assert.True(GeoPoint.TryCreate(latitude, longitude, out GeoPoint point));
        Assert.Equal((latitude, longitude), (point.Latitude, point.Longitude));
    }

    [Fact]
    public void Negative_zero_prints_as_zero()
    {
        Assert.Equal("0,0", GeoPoint.Create(-0.0, -0.0).ToString());
    }

    [Fact]
    public void Text_has_points_and_no_superfluous_digits()
    {
        Assert.Equal("31.63,-8.0089", GeoPoint.Create(31.63, -8.0089).ToString());
    }

    [Theory]
    [InlineData(31.6295, -7.9811, 31.65, -8)]
    [InlineData(89.99, 179.99, 90, 180)]
    [InlineData(-0.01, 0.01, 0, 0)]
    public void Grid_takes_the_nearest_point(
        double latitude,
        double longitude,
        double toLatitude,
        double toLongitude
    )
    {
        Assert.Equal(
            GeoPoint.Create(toLatitude, toLongitude),
            GeoPoint.Create(latitude, longitude).ToGrid(0.05)
        );
    }

    [Fact]
    public void Grid_of_a_grid_point_is_itself()
    {
        GeoPoint once = GeoPoint.Create(48.8566, 2.3522).ToGrid(0.05);

        Assert.Equal(once, once.ToGrid(0.05));
        Assert.Equal("48.85,2.35", once.ToString());
    }

    [Theory]
    // A degree of a great circle is 6371.0088 km × π / 180.
    [InlineData(0, 0, 0, 1, 111.1951)]
    [InlineData(0, 179.5, 0, -179.5, 111.1951)]
    [InlineData(90, 0, -90, 0, 20015.1145)]
    [InlineData(60, 0, 60, 180, 6671.7048)]
    [InlineData(12, 34, 12, 34, 0)]
    public void Distance_follows_the_great_circle(
        double latitude,
        double longitude,
        double otherLatitude,
        double otherLongitude,
        double kilometres
    )
    {
        var one = GeoPoint.Create(latitude, longitude);
        var other = GeoPoint.Create(otherLatitude, otherLongitude);

        Assert.Equal(kilometres, one.DistanceTo(other), 0.001);
        Assert.Equal(kilometres, other.DistanceTo(one), 0.001);
    }
}
