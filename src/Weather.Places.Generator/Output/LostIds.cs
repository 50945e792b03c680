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
        bool lost = false;
        for (int i = 0; i < old.Places.Count; i++)
        {
            if (now.Ids.Find(old.Places.Id(i)) < 0)
            {
                lost = true;
                int nearest = Enumerable
                    .Range(0, now.Places.Count)
                    .MinBy(place => now.Places.Point(place).DistanceTo(old.Places.Point(i)));
                double distance = now.Places.Point(nearest).DistanceTo(old.Places.Point(i));
                string heir =
                    distance < Near
                        ? $"{now.Places.Id(nearest)} ({now.Places.Name(nearest)})"
                        : "nothing near";
                Console.WriteLine($"lost id {old.Places.Id(i)} ({old.Places.Name(i)}): {heir}");
            }
        }

        return lost;
    }

    private static GazetteerData Read(byte[] packed)
    {
        using var expanded = new MemoryStream();
        PackedColumns.Expand(new MemoryStream(packed), expanded);
        expanded.Position = 0;
        return GazetteerData.Read(expanded);
    }
}
