namespace Weather.StandIns.Synthetic;

/// <summary>Where the sun stands, to about a degree: enough for made-up weather.</summary>
internal static class Sun
{
    /// <returns>The sine of the sun's altitude; negative at night.</returns>
    public static double Height(double latitude, double longitude, DateTimeOffset time)
    {
        double declination = -23.44 * Math.Cos(2 * Math.PI * (time.DayOfYear + 10) / 365.25);
        double hourAngle = (SolarHour(longitude, time) - 12) * 15;
        return Math.Sin(Radians(latitude)) * Math.Sin(Radians(declination))
            + Math.Cos(Radians(latitude)) * Math.Cos(Radians(declination)) * Math.Cos(Radians(hourAngle));
    }

    /// <returns>0 to 24; 12 is when the sun is highest.</returns>
    public static double SolarHour(double longitude, DateTimeOffset time) =>
        (time.UtcDateTime.TimeOfDay.TotalHours + longitude / 15 + 24) % 24;

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
