using NodaTime;

namespace Weather.Model;

/// <summary>
/// Where the centre of the sun stands, without refraction. Low-accuracy solar coordinates of J. Meeus, Astronomical
/// Algorithms, 2nd edition (1998), chapter 25 (0.01°), with sidereal time and altitude of chapters 12 and 13: the
/// equations that the NOAA Solar Calculator uses. Takes UTC for dynamical time: a minute moves the sun by 0.001°.
/// </summary>
/// <param name="Declination">Radians north of the equator.</param>
/// <param name="GreenwichHourAngle">Degrees west of Greenwich, any turn.</param>
internal readonly record struct SolarPosition(double Declination, double GreenwichHourAngle)
{
    private const double DaysPerCentury = 36525;
    private static readonly Instant J2000 = Instant.FromUtc(2000, 1, 1, 12, 0);

    public static SolarPosition At(Instant instant)
    {
        double days = (instant - J2000).TotalDays;
        double t = days / DaysPerCentury;
        double anomaly = Radians(357.52911 + (t * (35999.05029 - (t * 0.0001537))));
        double centre =
            ((1.914602 - (t * (0.004817 + (t * 0.000014)))) * Math.Sin(anomaly))
            + ((0.019993 - (t * 0.000101)) * Math.Sin(2 * anomaly))
            + (0.000289 * Math.Sin(3 * anomaly));
        double node = Radians(125.04 - (1934.136 * t));
        double nutation = -0.00478 * Math.Sin(node);
        double meanLongitude = 280.46646 + (t * (36000.76983 + (t * 0.0003032)));
        double longitude = Radians(meanLongitude + centre - 0.00569 + nutation);
        double obliquity = Radians(23.4392911 - (0.0130042 * t) + (0.00256 * Math.Cos(node)));
        double ascension = Math.Atan2(Math.Cos(obliquity) * Math.Sin(longitude), Math.Cos(longitude));
        double sidereal = 280.46061837 + (360.98564736629 * days) + (nutation * Math.Cos(obliquity));
        return new SolarPosition(
            Math.Asin(Math.Sin(obliquity) * Math.Sin(longitude)),
            sidereal - double.RadiansToDegrees(ascension)
        );
    }

    /// <summary>Degrees past noon at a longitude, −180 to 180.</summary>
    public double HourAngle(double longitude) => Math.IEEERemainder(GreenwichHourAngle + longitude, 360);

    /// <summary>Geocentric altitude in degrees above the horizon of a point.</summary>
    public double Altitude(GeoPoint point)
    {
        double latitude = Radians(point.Latitude);
        double sine =
            (Math.Sin(latitude) * Math.Sin(Declination))
            + (Math.Cos(latitude) * Math.Cos(Declination) * Math.Cos(Radians(HourAngle(point.Longitude))));
        return double.RadiansToDegrees(Math.Asin(Math.Clamp(sine, -1, 1)));
    }

    /// <summary>
    /// How many degrees before and after noon the sun stands at an altitude (degrees), by this declination; null when it stays above or
    /// below all day.
    /// </summary>
    public double? HalfArc(double latitude, double altitude)
    {
        double phi = Radians(latitude);
        double cosine =
            (Math.Sin(Radians(altitude)) - (Math.Sin(phi) * Math.Sin(Declination)))
            / (Math.Cos(phi) * Math.Cos(Declination));
        return Math.Abs(cosine) <= 1 ? double.RadiansToDegrees(Math.Acos(cosine)) : null;
    }

    private static double Radians(double degrees) => double.DegreesToRadians(degrees % 360);
}
