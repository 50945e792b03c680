namespace Weather.Places.Generator.Merge;

/// <summary>
/// Time zones for places whose source gives none: that of the nearest place in the same country. Then what the zone
/// database changed since the dumps were made.
/// </summary>
internal sealed class ZoneFill(IReadOnlyList<Settlement> places)
{
    public void Run()
    {
        ILookup<string, Settlement> known = places
            .Where(place => place.Zone.Length > 0)
            .ToLookup(place => place.Country, StringComparer.Ordinal);
        foreach (Settlement place in places.Where(place => place.Zone.Length == 0).ToList())
        {
            Settlement? neighbour = known[place.Country].MinBy(place.DistanceTo);
            place.Zone =
                neighbour?.Zone ?? places.Where(other => other.Zone.Length > 0).MinBy(place.DistanceTo)!.Zone;
        }

        Dictionary<long, Settlement> byId = places.ToDictionary(place => place.Id);
        foreach (string[] row in Tables.Rows("zones.tsv"))
        {
            long id = long.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture);
            if (byId.TryGetValue(id, out Settlement? place))
            {
                place.Zone = row[1];
            }
        }
    }
}
