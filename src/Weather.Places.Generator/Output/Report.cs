using System.Security.Cryptography;
using Weather.Places.Generator.Merge;
using Weather.Places.Store;

namespace Weather.Places.Generator.Output;

/// <summary>What a run has made, and what it could not do.</summary>
internal static class Report
{
    private const int MoroccanTown = 5_000;

    public static void Print(Atlas atlas, AtlasWriter writer, byte[] file)
    {
        Console.WriteLine($"places {atlas.Places.Count}, keys {writer.Keys.Count}, file {file.Length} bytes");
        Console.WriteLine($"sha256 {Convert.ToHexStringLower(SHA256.HashData(file))}");
        Console.WriteLine($"own ids {atlas.Places.Count(place => place.Id > int.MaxValue)}");
        int machine = atlas.Places.Sum(place =>
            KeyRules.Of(place).Count(pair => pair.Value == KeyKind.Machine)
        );
        int all = atlas.Places.Sum(place => KeyRules.Of(place).Count);
        Console.WriteLine(
            $"machine spellings and airport codes {machine} of {all} keys ({100.0 * machine / all:0.0} %)"
        );
        Evidence evidence = atlas.Evidence;
        int written = evidence.Shown + evidence.Unverified.Count;
        Console.WriteLine(
            $"names of our tables {written}, of which {evidence.Unverified.Count} ({100.0 * evidence.Unverified.Count / written:0.0} %) are unverified and keys alone"
        );
        foreach (string line in atlas.Curation.Unmatched)
        {
            Console.WriteLine($"unmatched {line}");
        }

        foreach (
            Settlement place in atlas.Places.Where(place =>
                place.Country is "MA" or "EH"
                && place.Population >= MoroccanTown
                && !place.Labels.ContainsKey("ar")
            )
        )
        {
            Console.WriteLine($"no Arabic name: {place.Name} ({place.Admin}, {place.Population})");
        }
    }
}
