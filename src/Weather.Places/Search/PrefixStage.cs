using System.Text;
using Weather.Places.Names;
using Weather.Places.Store;

namespace Weather.Places.Search;

/// <summary>A name begins with the text: what a list under an input field shows while somebody types.</summary>
internal static class PrefixStage
{
    private const int MostNamesakes = 64;
    private const float MalusPerByte = 0.6f;
    private const float LongestMalus = 6;
    private const int ShortestJudged = 3;

    public static void Run(SearchRun run, Reading reading)
    {
        byte[] prefix = Encoding.UTF8.GetBytes(KeyText.Compact(reading.Name));
        if (prefix.Length is 0 or > KeyIndex.LongestKey)
        {
            return;
        }

        KeyIndex index = run.Data.Keys;
        var cursor = new KeyCursor(index, index.BlockOf(prefix), stackalloc byte[KeyIndex.LongestKey]);
        Span<Posting> postings = stackalloc Posting[MostNamesakes];
        int end = index.BlockOf([.. prefix, byte.MaxValue]);
        while (MoveToWinner(run, ref cursor, end) && cursor.Next())
        {
            int order = cursor.Key.SequenceCompareTo(prefix);
            if (order >= 0 && !cursor.Key.StartsWith(prefix))
            {
                return;
            }

            if (order >= 0)
            {
                // After a letter or two every name is long; what counts is who is meant most often.
                int missing = prefix.Length < ShortestJudged ? 0 : cursor.Key.Length - prefix.Length;
                float malus = Math.Min(LongestMalus, MalusPerByte * missing);
                foreach (Posting posting in postings[..cursor.ReadPostings(postings)])
                {
                    if (posting.Place > run.LastWinner())
                    {
                        break;
                    }

                    run.Add(reading, posting, exact: false, malus);
                }
            }
        }
    }

    /// <summary>
    /// Passes over the blocks whose most important place cannot enter the list any more. False behind the last block
    /// that the prefix reaches into.
    /// </summary>
    private static bool MoveToWinner(SearchRun run, ref KeyCursor cursor, int end)
    {
        if (!cursor.AtBlockStart)
        {
            return true;
        }

        KeyIndex index = run.Data.Keys;
        int last = run.LastWinner();
        int block = cursor.Block;
        while (block <= end && index.Best(block) > last)
        {
            block++;
        }

        if (block <= end && block != cursor.Block)
        {
            cursor.Jump(block);
        }

        return block <= end;
    }
}
