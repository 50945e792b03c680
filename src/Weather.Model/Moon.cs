using NodaTime;

namespace Weather.Model;

/// <summary>
/// The phase of the moon from its phase angle: J. Meeus, Astronomical Algorithms, 2nd edition (1998), equation 48.4
/// with the arguments of chapter 47, whose largest omitted terms are some tenths of a degree.
/// </summary>
public static class Moon
{
    private static readonly Instant J2000 = Instant.FromUtc(2000, 1, 1, 12, 0);

    /// <returns>Share of the cycle: 0 new, 0.25 first quarter, 0.5 full, 0.75 last quarter, always below 1.</returns>
    public static double Phase(Instant instant)
    {
        double t = (instant - J2000).TotalDays / 36525;
        double elongation = 297.8501921 + (t * (445267.1114034 - (t * 0.0018819)));
        double d = Radians(elongation);
        double sun = Radians(357.5291092 + (t * (35999.0502909 - (t * 0.0001536))));
        double moon = Radians(134.9633964 + (t * (477198.8675055 + (t * 0.0087414))));
        double degrees =
            elongation
            + (6.289 * Math.Sin(moon))
            - (2.100 * Math.Sin(sun))
            + (1.274 * Math.Sin((2 * d) - moon))
            + (0.658 * Math.Sin(2 * d))
            + (0.214 * Math.Sin(2 * moon))
            + (0.110 * Math.Sin(d));
        double cycles = degrees / 360;
        double phase = cycles - Math.Floor(cycles);
        // A hair below a full cycle rounds up to 1, which is new again.
        return phase < 1 ? phase : 0;
    }

    private static double Radians(double degrees) => double.DegreesToRadians(degrees % 360);
}
