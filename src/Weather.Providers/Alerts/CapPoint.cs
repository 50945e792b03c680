using Weather.Model;

namespace Weather.Providers.Alerts;

/// <summary>A corner of a shape. Some issuers count longitudes on beyond the date line: 190 is −170.</summary>
internal static class CapPoint
{
    public static GeoPoint? Make(double latitude, double longitude) =>
        Math.Abs(longitude) <= 540
        && GeoPoint.TryCreate(
            latitude,
            Math.Abs(longitude) > 180 ? Math.IEEERemainder(longitude, 360) : longitude,
            out GeoPoint point
        )
            ? point
            : null;
}
