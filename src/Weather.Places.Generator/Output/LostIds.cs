using Weather.Places.Expander;
using Weather.Places.Store;

namespace Weather.Places.Generator.Output;

/// <summary>
/// An id that was given once must keep resolving. Those of the last file that a new one would forget are listed with
/// the nearest place of the new one, as rows for former-ids.tsv.
/// </summary>
internal static class LostIds
{
    private const double Near = 30;

    public static bool Any(byte[] before, byte[] after)
    {
        GazetteerData old = Read(before);
        GazetteerData now = Read(after);
        long[] lost = [.. Between(old.Ids, now.Ids)];
        foreach (long id in lost)
        {
            int place = old.Ids.Find(id);
            int nearest = Enumerable
                .Range(0, now.Places.Count)
                .MinBy(other => now.Places.Point(other).DistanceTo(old.Places.Point(place)));
            double distance = now.Places.Point(nearest).DistanceTo(old.Places.Point(place));
            string heir =
                distance < Near ? $"{now.Places.Id(nearest)} ({now.Places.Name(nearest)})" : "nothing near";
            Console.WriteLine($"lost id {id} ({old.Places.Name(place)}): {heir}");
        }

        return lost.Length > 0;
    }

    /// <summary>The ids, former ones too, that led somewhere and no longer do.</summary>
    public static IEnumerable<long> Between(IdIndex before, IdIndex after) =>
        before.All.Where(id => after.Find(id) < 0);

    private static GazetteerData Read(byte[] packed)
    {
        using var expanded = new MemoryStream();
        PackedColumns.Expand(new MemoryStream(packed), expanded);
        expanded.Position = 0;
        return GazetteerData.Read(expanded);
    }
}
