using System.Text;
using Weather.Places.Names;
using Weather.Places.Store;

namespace Weather.Places.Search;

/// <summary>
/// A name begins with the text: what a list under an input field shows while somebody types. The range of a letter or two is
/// long, so it is not walked: the blocks with the most important places are visited first, in waves, and after a wave or two
/// none of the others has a place that could still get in.
/// </summary>
internal static class PrefixStage
{
    private const int FirstWave = 16;
    private const int WaveGrowth = 4;
    private const float MalusPerByte = 0.6f;
    private const float LongestMalus = 6;
    private const int ShortestJudged = 3;

    public static void Run(SearchRun run, Reading reading)
    {
        Span<byte> text = stackalloc byte[KeyIndex.LongestKey];
        if (!Encoding.UTF8.TryGetBytes(KeyText.Compact(reading.Name), text, out int length) || length == 0)
        {
            return;
        }

        KeyIndex index = run.Data.Keys;
        ReadOnlySpan<byte> prefix = text[..length];
        int first = index.BlockOf(prefix);
        int last = index.LastBlockOf(prefix);
        for (int from = 0, to = FirstWave; from <= LastPlace(run); from = to, to *= WaveGrowth)
        {
            for (int block = first - 1; ; )
            {
                block = index.NextBlock(block + 1, last + 1, from, Math.Min(to - 1, LastPlace(run)));
                if (block < 0)
                {
                    break;
                }

                if (block == first || block == last)
                {
                    VisitRim(run, reading, block, prefix);
                }
                else
                {
                    Visit(run, reading, block, prefix.Length);
                }
            }
        }
    }

    private static int LastPlace(SearchRun run) => Math.Min(run.LastWinner(), run.Data.Places.Count - 1);

    /// <summary>Inside the range every key begins with the text: its letters need not be read.</summary>
    private static void Visit(SearchRun run, Reading reading, int block, int prefixLength)
    {
        var entries = new EntryCursor(run.Data.Keys, block);
        for (int i = 0; i < KeyIndex.BlockSize && entries.Next(); i++)
        {
            while (entries.NextPosting(out Posting posting) && posting.Place <= run.LastWinner())
            {
                Add(run, reading, posting, prefixLength, entries.KeyLength);
            }
        }
    }

    private static void VisitRim(SearchRun run, Reading reading, int block, ReadOnlySpan<byte> prefix)
    {
        var keys = new KeyCursor(run.Data.Keys, block, stackalloc byte[KeyIndex.LongestKey]);
        for (int i = 0; i < KeyIndex.BlockSize && keys.Next(); i++)
        {
            bool inside = keys.Key.StartsWith(prefix);
            while (inside && keys.NextPosting(out Posting posting) && posting.Place <= run.LastWinner())
            {
                Add(run, reading, posting, prefix.Length, keys.Key.Length);
            }
        }
    }

    private static void Add(SearchRun run, Reading reading, Posting posting, int typed, int whole)
    {
        // After a letter or two every name is long; what counts is who is meant most often.
        int missing = typed < ShortestJudged ? 0 : whole - typed;
        run.Add(reading, posting, exact: false, Math.Min(LongestMalus, MalusPerByte * missing));
    }
}
