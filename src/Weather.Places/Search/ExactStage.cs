using System.Text;
using Weather.Places.Names;
using Weather.Places.Store;

namespace Weather.Places.Search;

/// <summary>The text is one of the place's names.</summary>
internal static class ExactStage
{
    private const float VariantMalus = 4;

    public static void Run(SearchRun run, Reading reading)
    {
        Find(run, reading, KeyText.Compact(reading.Name), 0);
        foreach (string key in KeyVariants.Equal(reading.Name))
        {
            Find(run, reading, key, VariantMalus);
        }

        if (!run.Hits.HasExact)
        {
            foreach (string key in KeyVariants.Looser(reading.Name))
            {
                Find(run, reading, key, VariantMalus);
            }
        }
    }

    /// <summary>All places of one key. Not <paramref name="exact"/>: the key is our guess at what was meant.</summary>
    public static void Find(SearchRun run, Reading reading, ReadOnlySpan<byte> key, float malus, bool exact)
    {
        KeyIndex index = run.Data.Keys;
        var cursor = new KeyCursor(index, index.BlockOf(key), stackalloc byte[KeyIndex.LongestKey]);
        while (cursor.Next())
        {
            int order = cursor.Key.SequenceCompareTo(key);
            while (order == 0 && cursor.NextPosting(out Posting posting))
            {
                run.Add(reading, posting, exact, malus);
            }

            if (order >= 0)
            {
                return;
            }
        }
    }

    private static void Find(SearchRun run, Reading reading, string name, float malus)
    {
        Span<byte> key = stackalloc byte[KeyIndex.LongestKey];
        if (Encoding.UTF8.TryGetBytes(name, key, out int length) && length > 0)
        {
            Find(run, reading, key[..length], malus, exact: true);
        }
    }
}
