using CsCheck;
using NodaTime;
using Xunit;

namespace Weather.Model.Tests;

public sealed class MoonTests
{
    /// <summary>Of a cycle: 85 minutes.</summary>
    private const double Tolerance = 0.002;

    [Theory]
    // Published instants (UTC): those of the eclipses of these years, and two quarters for the direction.
    [InlineData("2024-03-25T07:00:00", 0.5)]
    [InlineData("2024-04-08T18:21:00", 0)]
    [InlineData("2024-04-15T19:13:00", 0.25)]
    [InlineData("2024-09-18T02:34:00", 0.5)]
    [InlineData("2024-10-02T18:49:00", 0)]
    [InlineData("2025-03-14T06:55:00", 0.5)]
    [InlineData("2025-03-22T11:29:00", 0.75)]
    [InlineData("2025-03-29T10:58:00", 0)]
    [InlineData("2025-09-07T18:09:00", 0.5)]
    [InlineData("2025-09-21T19:54:00", 0)]
    [InlineData("2026-02-17T12:01:00", 0)]
    [InlineData("2026-03-03T11:38:00", 0.5)]
    [InlineData("2026-08-12T17:37:00", 0)]
    [InlineData("2026-08-28T04:18:00", 0.5)]
    // Meeus, example 48.a: a phase angle of 68.88° between the quarters.
    [InlineData("1992-04-12T00:00:00", (180 - 68.88) / 360)]
    public void Phase_is_that_of_the_almanac(string utc, double phase)
    {
        double off = Moon.Phase(Instants.Of(utc)) - phase;

        Assert.InRange(off - Math.Round(off), -Tolerance, Tolerance);
    }

    [Fact]
    public void Phase_is_never_one_and_never_negative()
    {
        Gen.Long[
                Instant.FromUtc(1990, 1, 1, 0, 0).ToUnixTimeSeconds(),
                Instant.FromUtc(2050, 1, 1, 0, 0).ToUnixTimeSeconds()
            ]
            .Sample(second => Moon.Phase(Instant.FromUnixTimeSeconds(second)) is >= 0 and < 1, iter: 20_000);
    }

    [Fact]
    public void Phase_grows_from_hour_to_hour_and_turns_over_each_month()
    {
        Instant start = Instant.FromUtc(2026, 1, 1, 0, 0);
        double[] phases =
        [
            .. Enumerable.Range(0, 365 * 24).Select(hour => Moon.Phase(start + Duration.FromHours(hour))),
        ];
        double[] steps = [.. phases.Zip(phases.Skip(1), (before, after) => after - before)];

        // 365 days hold twelve new moons in 2026; the moon gains 0.0012 to 0.0016 of a cycle an hour.
        Assert.Equal(12, steps.Count(step => step < 0));
        Assert.All(steps.Where(step => step >= 0), step => Assert.InRange(step, 0.001, 0.002));
    }
}
