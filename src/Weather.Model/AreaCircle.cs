namespace Weather.Model;

/// <summary>Everything within a distance of a point.</summary>
public sealed record AreaCircle(GeoPoint Centre, double Kilometres)
{
    public bool Contains(GeoPoint point) => Centre.DistanceTo(point) <= Kilometres;
}
