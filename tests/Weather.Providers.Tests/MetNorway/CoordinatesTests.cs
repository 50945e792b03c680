using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Weather.Model;
using Weather.Providers.MetNorway;
using Xunit;

namespace Weather.Providers.Tests.MetNorway;

/// <summary>M5: at most four decimals, truncated, whatever the number and the machine's language.</summary>
public sealed partial class CoordinatesTests
{
    [Theory]
    [InlineData(59.91399, "59.9139")]
    [InlineData(59.9139, "59.9139")]
    [InlineData(-7.99999, "-7.9999")]
    [InlineData(0.00009, "0")]
    [InlineData(-0.00009, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(12.3, "12.3")]
    [InlineData(1e-300, "0")]
    [InlineData(5e-324, "0")]
    [InlineData(180, "180")]
    [InlineData(-180, "-180")]
    [InlineData(0.1 + 0.2, "0.3")]
    public void M5_decimals_are_cut_off_and_not_rounded(double degrees, string expected) =>
        Assert.Equal(expected, MetNorwayCoordinates.Degrees(degrees));

    [Fact]
    public void M5_every_double_that_is_a_coordinate_has_at_most_four_decimals_and_is_truncated()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-MA");
        try
        {
            Gen.Select(Coordinate(90), Coordinate(180))
                .Sample(
                    (latitude, longitude) =>
                    {
                        MetNorwayCoordinates sent = MetNorwayCoordinates.Of(
                            GeoPoint.Create(latitude, longitude)
                        );
                        return IsTruncated(latitude, sent.Latitude) && IsTruncated(longitude, sent.Longitude);
                    },
                    iter: 100_000
                );
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(457, "457")]
    [InlineData(-400, "-400")]
    [InlineData(-501, null)]
    [InlineData(9001, null)]
    public void Altitude_outside_the_range_that_MET_takes_is_left_out(int? metres, string? expected) =>
        Assert.Equal(expected, MetNorwayCoordinates.Altitude(metres));

    /// <summary>Every bit pattern that is in range, numbers as people write them, and neighbours of what four decimals can hold.</summary>
    private static Gen<double> Coordinate(double limit) =>
        Gen.OneOf(
            Gen.Double.Where(value => Math.Abs(value) <= limit),
            Gen.Double[-limit, limit],
            Gen.Int[(int)(-limit * 10_000), (int)(limit * 10_000)].Select(value => value / 10_000.0),
            Gen.Int[(int)(-limit * 10_000) + 1, (int)(limit * 10_000) - 1]
                .Select(value => Math.BitIncrement(value / 10_000.0)),
            Gen.Const(double.Epsilon),
            Gen.Const(-limit)
        );

    private static bool IsTruncated(double value, string sent)
    {
        double read = double.Parse(sent, CultureInfo.InvariantCulture);
        // 1e-12 degrees is a hundredth of a micrometre: what a double cannot tell.
        return Form().IsMatch(sent)
            && sent != "-0"
            && Math.Abs(read) <= Math.Abs(value) + 1e-12
            && Math.Abs(value - read) < 1e-4 + 1e-12
            && (read == 0 || Math.Sign(read) == Math.Sign(value));
    }

    [GeneratedRegex(
        @"\A-?[0-9]{1,3}(\.[0-9]{0,3}[1-9])?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Form();
}
