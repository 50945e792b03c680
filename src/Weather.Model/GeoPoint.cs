using System.Globalization;

namespace Weather.Model;

/// <summary>
/// A point on the earth in decimal degrees (WGS 84), latitude −90…90, longitude −180…180. Always valid:
/// the only ways to make one are <see cref="TryCreate"/> and <see cref="Create"/>. Knows neither a name nor a zone.
/// </summary>
public readonly record struct GeoPoint
{
    private const double MeanEarthRadiusKilometres = 6371.0088;

    private GeoPoint(double latitude, double longitude)
    {
        // Adding zero turns −0 into 0, so that equal points print and compare alike.
        Latitude = latitude + 0.0;
        Longitude = longitude + 0.0;
    }

    public double Latitude { get; }

    public double Longitude { get; }

    public static bool TryCreate(double latitude, double longitude, out GeoPoint point)
    {
        bool valid = latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180;
        point = valid ? new GeoPoint(latitude, longitude) : default;
        return valid;
    }

    /// <exception cref="ArgumentOutOfRangeException">A coordinate is outside its range or not a number.</exception>
    public static GeoPoint Create(double latitude, double longitude)
    {
        if (!TryCreate(latitude, longitude, out GeoPoint point))
        {
            throw new ArgumentOutOfRangeException(
                nameof(latitude),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"({latitude}, {longitude}) is outside latitude -90..90, longitude -180..180."
                )
            );
        }

        return point;
    }

    /// <summary>The nearest point of a grid of <paramref name="step"/> degrees (0.05 is about 5.5 km).</summary>
    public GeoPoint ToGrid(double step)
    {
        double latitude = Math.Clamp(Math.Round(Latitude / step) * step, -90, 90);
        double longitude = Math.Clamp(Math.Round(Longitude / step) * step, -180, 180);
        return new GeoPoint(Math.Round(latitude, 6), Math.Round(longitude, 6));
    }

    /// <summary>Great-circle distance in kilometres (haversine on the mean earth radius, IUGG R1).</summary>
    public double DistanceTo(GeoPoint other)
    {
        double latitude1 = double.DegreesToRadians(Latitude);
        double latitude2 = double.DegreesToRadians(other.Latitude);
        double sinLatitude = Math.Sin((latitude2 - latitude1) / 2);
        double sinLongitude = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        double a =
            (sinLatitude * sinLatitude)
            + (Math.Cos(latitude1) * Math.Cos(latitude2) * sinLongitude * sinLongitude);
        return 2 * MeanEarthRadiusKilometres * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.######},{Longitude:0.######}");
}
