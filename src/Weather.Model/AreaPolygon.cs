namespace Weather.Model;

/// <summary>
/// A polygon with holes. The first ring is the border, the others are holes (RFC 7946 3.1.6). A ring may be closed once, several
/// times or not at all, and may cross the date line: of two ways between neighbours the shorter one is meant. A ring around a pole
/// is not understood.
/// </summary>
public sealed record AreaPolygon(IReadOnlyList<IReadOnlyList<GeoPoint>> Rings)
{
    public bool Contains(GeoPoint point) =>
        Rings.Count > 0 && IsIn(Rings[0], point) && !Rings.Skip(1).Any(hole => IsIn(hole, point));

    /// <summary>Even-odd rule on the unrolled ring, for the point and for the same point a turn farther on either side.</summary>
    private static bool IsIn(IReadOnlyList<GeoPoint> ring, GeoPoint point)
    {
        (bool before, bool here, bool after) = (false, false, false);
        double longitude = ring.Count == 0 ? 0 : ring[0].Longitude;
        for (int k = 0; k < ring.Count; k++)
        {
            GeoPoint from = ring[k];
            GeoPoint to = ring[(k + 1) % ring.Count];
            double length = Turn(to.Longitude - from.Longitude);
            if (from.Latitude > point.Latitude != to.Latitude > point.Latitude)
            {
                double along = (point.Latitude - from.Latitude) / (to.Latitude - from.Latitude);
                double crossing = longitude + (along * length);
                before ^= crossing > point.Longitude - 360;
                here ^= crossing > point.Longitude;
                after ^= crossing > point.Longitude + 360;
            }

            longitude += length;
        }

        return before || here || after;
    }

    /// <summary>An angle as −180…180.</summary>
    private static double Turn(double degrees) => Math.IEEERemainder(degrees, 360);
}
