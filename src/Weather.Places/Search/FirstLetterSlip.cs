using System.Text;
using Weather.Places.Store;

namespace Weather.Places.Search;

/// <summary>
/// What was meant if the one slip was at the first letter. The rest is then right, so a few dozen exact look-ups
/// replace a walk through the whole index.
/// </summary>
internal static class FirstLetterSlip
{
    private const int LongestLetter = 4;

    private static readonly (int From, int To)[] Alphabets =
    [
        ('a', 'z'),
        ('\u03B1', '\u03C9'),
        ('\u0430', '\u045F'),
        ('\u05D0', '\u05EA'),
        ('\u0621', '\u064A'),
        ('\u10D0', '\u10F0'),
    ];

    /// <param name="text">Folded, without spaces, in UTF-8; two letters or more.</param>
    public static void Run(SearchRun run, Reading reading, ReadOnlySpan<byte> text, float malus)
    {
        Rune.DecodeFromUtf8(text, out Rune first, out int length);
        ReadOnlySpan<byte> rest = text[length..];
        Rune.DecodeFromUtf8(rest, out Rune second, out int secondLength);
        void Find(ReadOnlySpan<byte> meant) =>
            ExactStage.Find(run, reading, meant[..Math.Min(meant.Length, KeyIndex.LongestKey)], malus, false);

        // One too many; two swapped.
        Find(rest);
        if (first != second)
        {
            Find([.. rest[..secondLength], .. text[..length], .. rest[secondLength..]]);
        }

        // Another one; one too few.
        Span<byte> meant = stackalloc byte[LongestLetter + KeyIndex.LongestKey];
        (int from, int to) = Array.Find(
            Alphabets,
            range => first.Value >= range.From && first.Value <= range.To
        );
        for (int letter = from; letter > 0 && letter <= to; letter++)
        {
            int size = new Rune(letter).EncodeToUtf8(meant);
            rest.CopyTo(meant[size..]);
            if (letter != first.Value)
            {
                Find(meant[..(size + rest.Length)]);
            }

            text.CopyTo(meant[size..]);
            Find(meant[..(size + text.Length)]);
        }
    }
}
