using System.Text;
using Weather.Places.Names;
using Weather.Places.Store;

namespace Weather.Places.Search;

/// <summary>
/// A name differs from the text by one edit (two from nine letters on): a letter added, dropped, changed, or two
/// neighbours swapped. One walk over the sorted keys; what is known of a prefix holds for all keys that share it.
/// </summary>
internal static class TypoStage
{
    public const int ShortestText = 4;
    private const int ShortestTextForTwo = 9;
    private const int LongestText = 40;
    private const int MostNamesakes = 16;
    private const float MalusPerEdit = 13;
    private const float FirstLetterMalus = 6;

    public static void Run(SearchRun run, Reading reading)
    {
        string text = KeyText.Compact(reading.Name);
        if (text.Length is >= ShortestText and <= LongestText)
        {
            byte[] first = Encoding.UTF8.GetBytes(text[..(char.IsSurrogate(text[0]) ? 2 : 1)]);
            Walk(run, reading, text, 1, first);
            foreach (string meant in FirstLetterSlip.Meant(text))
            {
                ExactStage.Find(run, reading, meant, MalusPerEdit + FirstLetterMalus, exact: false);
            }

            if (run.Hits.Count == 0 && text.Length >= ShortestTextForTwo)
            {
                Walk(run, reading, text, 2, first);
            }
        }
    }

    private static void Walk(SearchRun run, Reading reading, string text, int edits, byte[] within)
    {
        KeyIndex index = run.Data.Keys;
        var matrix = new EditMatrix(text, edits);
        var cursor = new KeyCursor(index, index.BlockOf(within), stackalloc byte[KeyIndex.LongestKey]);
        Span<Posting> postings = stackalloc Posting[MostNamesakes];
        int dead = 0;
        while (!PassDeadBlocks(index, ref cursor, dead) && cursor.Next())
        {
            if (!cursor.Key.StartsWith(within))
            {
                if (cursor.Key.SequenceCompareTo(within) > 0)
                {
                    return;
                }

                continue;
            }

            if (dead > 0 && cursor.Shared >= dead)
            {
                continue;
            }

            dead = matrix.Move(cursor.Key, cursor.Shared);
            if (dead == 0 && matrix.Distance is var distance && distance <= edits)
            {
                float malus = distance * MalusPerEdit;
                foreach (Posting posting in postings[..cursor.ReadPostings(postings)])
                {
                    run.Add(reading, posting, exact: false, malus);
                }
            }
        }
    }

    /// <summary>Jumps over blocks that begin and end inside the dead prefix. True at the end of the index.</summary>
    private static bool PassDeadBlocks(KeyIndex index, ref KeyCursor cursor, int dead)
    {
        if (dead == 0 || !cursor.AtBlockStart)
        {
            return false;
        }

        ReadOnlySpan<byte> prefix = cursor.Key[..dead];
        int block = cursor.Block;
        while (block + 1 < index.BlockCount && index.Head(block + 1).StartsWith(prefix))
        {
            block++;
        }

        if (block != cursor.Block)
        {
            cursor.Jump(block);
        }

        return false;
    }
}
