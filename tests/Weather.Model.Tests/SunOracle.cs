using NodaTime;

namespace Weather.Model.Tests;

/// <summary>
/// Sunrise and sunset another way than the product's: by the equation of time and the hour angle, with the sun's position of noon. NOAA
/// Solar Calculator, "Calculation Details" spreadsheet.
/// Only where the sun rises and sets every day.
/// </summary>
internal static class SunOracle
{
    private static readonly Instant J2000 = Instant.FromUtc(2000, 1, 1, 12, 0);

    public static Instant Sunrise(double latitude, double longitude, LocalDate date) =>
        Event(latitude, longitude, date, -1);

    public static Instant Sunset(double latitude, double longitude, LocalDate date) =>
        Event(latitude, longitude, date, 1);

    private static Instant Event(double latitude, double longitude, LocalDate date, int side)
    {
        Instant midnight = date.AtMidnight().InUtc().ToInstant();
        (double declination, double minutes) = Position(midnight + Duration.FromHours(12 - (longitude / 15)));
        double phi = double.DegreesToRadians(latitude);
        double cosine =
            (Math.Cos(double.DegreesToRadians(90.833)) / (Math.Cos(phi) * Math.Cos(declination)))
            - (Math.Tan(phi) * Math.Tan(declination));
        double hourAngle = double.RadiansToDegrees(Math.Acos(cosine));
        return midnight + Duration.FromMinutes(720 - (4 * longitude) - minutes + (side * 4 * hourAngle));
    }

    /// <returns>Declination in radians, and the equation of time in minutes.</returns>
    private static (double Declination, double Minutes) Position(Instant at)
    {
        double t = (at - J2000).TotalDays / 36525;
        double l = double.DegreesToRadians(280.46646 + (t * (36000.76983 + (t * 0.0003032))));
        double m = double.DegreesToRadians(357.52911 + (t * (35999.05029 - (0.0001537 * t))));
        double e = 0.016708634 - (t * (0.000042037 + (0.0000001267 * t)));
        double centre =
            (Math.Sin(m) * (1.914602 - (t * (0.004817 + (0.000014 * t)))))
            + (Math.Sin(2 * m) * (0.019993 - (0.000101 * t)))
            + (Math.Sin(3 * m) * 0.000289);
        double node = double.DegreesToRadians(125.04 - (1934.136 * t));
        double lambda = l + double.DegreesToRadians(centre - 0.00569 - (0.00478 * Math.Sin(node)));
        double seconds = 21.448 - (t * (46.815 + (t * (0.00059 - (t * 0.001813)))));
        double epsilon = double.DegreesToRadians(
            23 + ((26 + (seconds / 60)) / 60) + (0.00256 * Math.Cos(node))
        );
        double y = Math.Pow(Math.Tan(epsilon / 2), 2);
        double equation =
            (y * Math.Sin(2 * l))
            - (2 * e * Math.Sin(m))
            + (4 * e * y * Math.Sin(m) * Math.Cos(2 * l))
            - (0.5 * y * y * Math.Sin(4 * l))
            - (1.25 * e * e * Math.Sin(2 * m));
        return (Math.Asin(Math.Sin(epsilon) * Math.Sin(lambda)), 4 * double.RadiansToDegrees(equation));
    }
}
