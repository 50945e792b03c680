namespace Weather.Model;

/// <summary>Where an alert holds: the union of polygons and circles, or codes of lists.</summary>
public sealed record AlertArea
{
    public IReadOnlyList<AreaPolygon> Polygons { get; init; } = [];

    public IReadOnlyList<AreaCircle> Circles { get; init; } = [];

    public IReadOnlyList<AreaCode> Codes { get; init; } = [];

    /// <param name="point">Where.</param>
    /// <param name="codes">The codes of areas that are known to hold the point.</param>
    /// <returns>Null when it cannot be told: there is no shape, and no code that is known for the point.</returns>
    public bool? Covers(GeoPoint point, IReadOnlyCollection<AreaCode> codes)
    {
        if (
            Polygons.Any(polygon => polygon.Contains(point))
            || Circles.Any(circle => circle.Contains(point))
            || Codes.Any(code => codes.Any(code.IsSameAs))
        )
        {
            return true;
        }

        return Polygons.Count + Circles.Count > 0 ? false : null;
    }
}
