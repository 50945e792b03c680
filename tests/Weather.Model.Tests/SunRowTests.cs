using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Weather.Model.Tests;

/// <summary>
/// Sunrise and sunset as a provider gave them, truncated to the minute, in local time.
/// </summary>
public sealed class SunRowTests
{
    [Theory]
    [InlineData("Tromsø", 69.6492, 18.9553, "Europe/Oslo", "2026-08-26", "04:37", "20:54")]
    [InlineData("Tromsø", 69.6492, 18.9553, "Europe/Oslo", "2026-08-28", "04:45", "20:45")]
    [InlineData("Reykjavík", 64.1355, -21.8954, "Atlantic/Reykjavik", "2026-08-27", "05:56", "21:01")]
    [InlineData("Milan", 45.4642, 9.19, "Europe/Rome", "2026-08-26", "06:37", "20:12")]
    [InlineData("Milan", 45.4642, 9.19, "Europe/Rome", "2026-08-28", "06:39", "20:08")]
    [InlineData("New York", 40.7128, -74.006, "America/New_York", "2026-08-27", "06:18", "19:36")]
    [InlineData("Singapore", 1.3521, 103.8198, "Asia/Singapore", "2026-08-27", "07:02", "19:10")]
    [InlineData("Singapore", 1.3521, 103.8198, "Asia/Singapore", "2026-08-29", "07:01", "19:10")]
    [InlineData("Nairobi", -1.2921, 36.8219, "Africa/Nairobi", "2026-08-27", "06:31", "18:36")]
    [InlineData("Sydney", -33.8688, 151.2093, "Australia/Sydney", "2026-08-27", "06:20", "17:33")]
    [InlineData("Sydney", -33.8688, 151.2093, "Australia/Sydney", "2026-08-29", "06:17", "17:34")]
    [InlineData("Ushuaia", -54.8019, -68.303, "America/Argentina/Ushuaia", "2026-08-27", "08:25", "18:43")]
    [InlineData("Rothera", -67.5678, -68.1272, "Antarctica/Rothera", "2026-08-26", "09:08", "18:01")]
    [InlineData("Rothera", -67.5678, -68.1272, "Antarctica/Rothera", "2026-08-28", "09:00", "18:08")]
    // The provider gave these two with the offset of before the clock change: 06:41 to 18:14, and 06:39 to 18:16.
    [InlineData("Toronto", 43.70455, -79.404625, "America/Toronto", "2026-03-08", "07:41", "19:14")]
    [InlineData("Toronto", 43.70455, -79.404625, "America/Toronto", "2026-03-09", "07:39", "19:16")]
    public void Rise_and_set_are_those_of_the_provider(
        string name,
        double latitude,
        double longitude,
        string zoneId,
        string day,
        string sunrise,
        string sunset
    )
    {
        DateTimeZone zone = Zones.Of(zoneId);
        LocalDate date = LocalDatePattern.Iso.Parse(day).Value;

        SunDay sun = Sun.On(GeoPoint.Create(latitude, longitude), date, zone);

        double tolerance = Math.Abs(latitude) > 65 ? 60 : 12;
        double rise = SecondsOff(sun.Sunrise, sunrise, date, zone);
        double set = SecondsOff(sun.Sunset, sunset, date, zone);
        TestContext.Current.SendDiagnosticMessage($"{name} {day}: {rise} s, {set} s");
        Assert.InRange(rise, -tolerance, tolerance);
        Assert.InRange(set, -tolerance, tolerance);
        Assert.Equal(PolarState.None, sun.Polar);
    }

    /// <summary>Distance from the minute that the provider truncated; negative when before it, 0 when within.</summary>
    private static double SecondsOff(Instant? actual, string clock, LocalDate date, DateTimeZone zone)
    {
        LocalTime time = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(clock).Value;
        double seconds = (actual!.Value - zone.AtStrictly(date + time).ToInstant()).TotalSeconds;
        return seconds - Math.Clamp(seconds, 0, 59);
    }
}
