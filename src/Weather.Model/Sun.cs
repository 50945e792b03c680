using NodaTime;

namespace Weather.Model;

/// <summary>
/// When the sun is up: its upper limb, lifted by standard refraction, at or above a sea horizon. Position from
/// <see cref="SolarPosition"/>. Whole seconds.
/// </summary>
/// <remarks>
/// Sunrise and sunset take the sun's declination and hour angle of the local noon between them, as printed almanacs and weather
/// providers do, so that our times are the ones a reader finds elsewhere. Following the sun to the event itself would differ by up to
/// 25 s in the middle latitudes and 1.5 min at 70°, less than the refraction of the day.
/// </remarks>
public static class Sun
{
    /// <summary>34′ of refraction and 16′ of semidiameter, in degrees (Meeus, chapter 15; NOAA takes the same).</summary>
    private const double RiseAltitude = -0.833;

    private const double SecondsPerDegree = 240;

    public static bool IsUp(GeoPoint point, Instant instant) =>
        SolarPosition.At(instant).Altitude(point) >= RiseAltitude;

    /// <summary>
    /// The first sunrise and the first sunset in [midnight, next midnight) of <paramref name="zone"/>. Far north and
    /// south a day may have only one of them, or neither; then, and only then, <see cref="SunDay.Polar"/> is named.
    /// A date that the zone skipped has nothing.
    /// </summary>
    public static SunDay On(GeoPoint point, LocalDate date, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        LocalDay day = LocalDay.Of(date, zone);
        Instant? sunrise = null;
        Instant? sunset = null;
        // By a clock far from solar time, and near the polar circles, an event of the noon before or after falls into this day.
        for (int offset = -1; offset <= 1; offset++)
        {
            Instant noon = Noon(point, day.Start + Duration.FromHours(12 + (24 * offset)));
            if (SolarPosition.At(noon).HalfArc(point.Latitude, RiseAltitude) is not { } arc)
            {
                continue;
            }

            var half = Duration.FromSeconds(Math.Round(arc * SecondsPerDegree));
            sunrise ??= Within(day, noon - half);
            sunset ??= Within(day, noon + half);
        }

        bool polar = sunrise is null && sunset is null && day.Length > 0;
        PolarState light = IsUp(point, Noon(point, day.Start + Duration.FromHours(12)))
            ? PolarState.Day
            : PolarState.Night;
        return new SunDay(sunrise, sunset, polar ? light : PolarState.None);
    }

    /// <summary>The sun's transit nearest to an instant, to the second.</summary>
    private static Instant Noon(GeoPoint point, Instant near)
    {
        Instant noon = near;
        for (int round = 0; round < 2; round++)
        {
            double past = SolarPosition.At(noon).HourAngle(point.Longitude);
            noon -= Duration.FromSeconds(Math.Round(past * SecondsPerDegree));
        }

        return noon;
    }

    private static Instant? Within(LocalDay day, Instant instant) =>
        instant >= day.Start && instant < day.End ? instant : null;
}
