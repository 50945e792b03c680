using System.Text;
using Weather.Places.Names;
using Weather.Places.Store;

namespace Weather.Places.Search;

/// <summary>The text is one of the place's names.</summary>
internal static class ExactStage
{
    private const int MostNamesakes = 512;
    private const float VariantMalus = 4;

    public static void Run(SearchRun run, Reading reading)
    {
        Find(run, reading, KeyText.Compact(reading.Name), 0, exact: true);
        foreach (string key in KeyVariants.Equal(reading.Name))
        {
            Find(run, reading, key, VariantMalus, exact: true);
        }

        if (!run.Hits.HasExact)
        {
            foreach (string key in KeyVariants.Looser(reading.Name))
            {
                Find(run, reading, key, VariantMalus, exact: true);
            }
        }
    }

    /// <summary>All places of one key. Not <paramref name="exact"/>: the key is our guess at what was meant.</summary>
    public static void Find(SearchRun run, Reading reading, string name, float malus, bool exact)
    {
        byte[] key = Encoding.UTF8.GetBytes(name);
        if (key.Length is 0 or > KeyIndex.LongestKey)
        {
            return;
        }

        KeyIndex index = run.Data.Keys;
        var cursor = new KeyCursor(index, index.BlockOf(key), stackalloc byte[KeyIndex.LongestKey]);
        Span<Posting> namesakes = stackalloc Posting[MostNamesakes];
        while (cursor.Next())
        {
            int order = cursor.Key.SequenceCompareTo(key);
            if (order == 0)
            {
                foreach (Posting posting in namesakes[..cursor.ReadPostings(namesakes)])
                {
                    run.Add(reading, posting, exact, malus);
                }
            }

            if (order >= 0)
            {
                return;
            }
        }
    }
}
