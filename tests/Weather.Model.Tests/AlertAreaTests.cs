using Xunit;

namespace Weather.Model.Tests;

/// <summary>Whether an alert's area holds a point.</summary>
public sealed class AlertAreaTests
{
    private static readonly AreaPolygon Square = Polygon([(30, -10), (30, -5), (35, -5), (35, -10)]);

    [Theory]
    [InlineData(31.6, -8.0, true)]
    [InlineData(29.9, -8.0, false)]
    [InlineData(35.1, -8.0, false)]
    [InlineData(31.6, -4.9, false)]
    [InlineData(31.6, -10.1, false)]
    [InlineData(31.6, 172.0, false)]
    public void Point_is_in_its_square_and_not_beside_it(double latitude, double longitude, bool inside) =>
        Assert.Equal(inside, Square.Contains(GeoPoint.Create(latitude, longitude)));

    [Fact]
    public void Ring_closed_three_times_is_the_same_ring()
    {
        AreaPolygon closed = Polygon([
            (30, -10),
            (30, -5),
            (35, -5),
            (35, -10),
            (30, -10),
            (30, -10),
            (30, -10),
        ]);

        Assert.True(closed.Contains(GeoPoint.Create(31.6, -8)));
        Assert.False(closed.Contains(GeoPoint.Create(31.6, -4)));
    }

    [Theory]
    [InlineData(-17.0, 179.0, true)]
    [InlineData(-17.0, -179.0, true)]
    [InlineData(-17.0, 180.0, true)]
    [InlineData(-17.0, -180.0, true)]
    [InlineData(-17.0, 175.0, false)]
    [InlineData(-17.0, -175.0, false)]
    [InlineData(-17.0, 0.0, false)]
    public void Area_across_the_date_line_holds_both_of_its_sides(
        double latitude,
        double longitude,
        bool inside
    )
    {
        AreaPolygon fiji = Polygon([(-20, 177), (-20, -178), (-15, -178), (-15, 177)]);

        Assert.Equal(inside, fiji.Contains(GeoPoint.Create(latitude, longitude)));
    }

    [Fact]
    public void Hole_is_not_in_the_area()
    {
        var ring = new AreaPolygon([
            .. Square.Rings,
            .. Polygon([(31, -9), (31, -8), (32, -8), (32, -9)]).Rings,
        ]);

        Assert.False(ring.Contains(GeoPoint.Create(31.5, -8.5)));
        Assert.True(ring.Contains(GeoPoint.Create(33, -8.5)));
    }

    [Fact]
    public void Neighbours_share_no_point_and_leave_none_out()
    {
        AreaPolygon west = Polygon([(30, -10), (30, -5), (35, -5), (35, -10)]);
        AreaPolygon east = Polygon([(30, -5), (30, 0), (35, 0), (35, -5)]);

        for (double latitude = 30.5; latitude < 35; latitude += 0.5)
        {
            GeoPoint border = GeoPoint.Create(latitude, -5);
            Assert.True(west.Contains(border) ^ east.Contains(border));
        }
    }

    [Fact]
    public void One_part_of_several_or_a_circle_is_enough()
    {
        var area = new AlertArea
        {
            Polygons = [Polygon([(50, 10), (50, 11), (51, 11)]), Square],
            Circles = [new AreaCircle(GeoPoint.Create(60, 5), 20)],
        };

        Assert.True(area.Covers(GeoPoint.Create(31.6, -8), []));
        Assert.True(area.Covers(GeoPoint.Create(60.1, 5.1), []));
        Assert.False(area.Covers(GeoPoint.Create(60.3, 5), []));
    }

    [Fact]
    public void Code_counts_for_a_place_that_has_it_and_leaves_others_open()
    {
        var area = new AlertArea
        {
            Codes = [new AreaCode("ISO3166-1", "ma"), new AreaCode("EMMA_ID", "MA001")],
        };
        GeoPoint anywhere = GeoPoint.Create(31.6, -8);

        Assert.True(area.Covers(anywhere, [new AreaCode("ISO 3166-1", "MA")]));
        Assert.True(area.Covers(anywhere, [new AreaCode("EMMA_ID", "MA001")]));
        Assert.Null(area.Covers(anywhere, [new AreaCode("EMMA_ID", "MA002")]));
        Assert.Null(area.Covers(anywhere, []));
    }

    [Fact]
    public void Area_of_nothing_is_nowhere_known() =>
        Assert.Null(new AlertArea().Covers(GeoPoint.Create(0, 0), []));

    private static AreaPolygon Polygon((double Latitude, double Longitude)[] ring) =>
        new([
            [.. ring.Select(point => GeoPoint.Create(point.Latitude, point.Longitude))],
        ]);
}
