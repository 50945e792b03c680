using System.Globalization;
using Weather.Model;

namespace Weather.Providers.MetNorway;

/// <summary>
/// A point as MET wants it: at most four decimals (a fifth is answered with 403), invariant, no exponent. Truncated and not rounded,
/// as its terms say, so that all clients near a point share MET's cache. 11 m, finer than any model.
/// </summary>
internal readonly record struct MetNorwayCoordinates(string Latitude, string Longitude)
{
    private const decimal PerDegree = 10_000;

    public static MetNorwayCoordinates Of(GeoPoint point) =>
        new(Degrees(point.Latitude), Degrees(point.Longitude));

    /// <param name="metres">Null when not known.</param>
    /// <returns>Null outside the range that MET takes; it then asks its terrain model.</returns>
    public static string? Altitude(int? metres) =>
        metres is >= -500 and <= 9000 ? metres.Value.ToString(CultureInfo.InvariantCulture) : null;

    internal static string Degrees(double value)
    {
        decimal degrees = decimal.Truncate((decimal)value * PerDegree) / PerDegree;
        return degrees == 0 ? "0" : degrees.ToString("0.####", CultureInfo.InvariantCulture);
    }
}
