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
    private const int ShortestText = 4;
    private const int ShortestTextForTwo = 9;
    private const int LongestText = 40;
    private const float MalusPerEdit = 13;
    private const float FirstLetterMalus = 6;

    public static void Run(SearchRun run, Reading reading)
    {
        string text = KeyText.Compact(reading.Name);
        Span<byte> buffer = stackalloc byte[KeyIndex.LongestKey];
        if (
            text.Length is < ShortestText or > LongestText
            || !Encoding.UTF8.TryGetBytes(text, buffer, out int length)
        )
        {
            return;
        }

        ReadOnlySpan<byte> typed = buffer[..length];
        Rune.DecodeFromUtf8(typed, out _, out int first);
        Walk(run, reading, text, 1, typed[..first]);
        FirstLetterSlip.Run(run, reading, typed, MalusPerEdit + FirstLetterMalus);
        if (run.Hits.Count == 0 && text.Length >= ShortestTextForTwo)
        {
            Walk(run, reading, text, 2, typed[..first]);
        }
    }

    private static void Walk(
        SearchRun run,
        Reading reading,
        string text,
        int edits,
        ReadOnlySpan<byte> within
    )
    {
        KeyIndex index = run.Data.Keys;
        var matrix = new EditMatrix(text, edits);
        var cursor = new KeyCursor(index, index.BlockOf(within), stackalloc byte[KeyIndex.LongestKey]);
        int dead = 0;
        while (cursor.Next())
        {
            int order = cursor.Key[..Math.Min(cursor.Key.Length, within.Length)].SequenceCompareTo(within);
            if (order > 0)
            {
                return;
            }

            if (order < 0)
            {
                continue;
            }

            dead = dead > 0 && cursor.Shared >= dead ? dead : matrix.Move(cursor.Key, cursor.Shared);
            if (dead > 0)
            {
                cursor.Skip(dead);
            }
            else if (matrix.Distance is var distance && distance <= edits)
            {
                while (cursor.NextPosting(out Posting posting) && posting.Place <= run.LastWinner())
                {
                    run.Add(reading, posting, exact: false, distance * MalusPerEdit);
                }
            }
        }
    }
}
