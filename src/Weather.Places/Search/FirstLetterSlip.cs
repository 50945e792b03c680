namespace Weather.Places.Search;

/// <summary>
/// What was meant if the one slip was at the first letter. The rest is then right, so a few hundred exact look-ups
/// replace a walk through the whole index.
/// </summary>
internal static class FirstLetterSlip
{
    private static readonly (char From, char To)[] Alphabets =
    [
        ('a', 'z'),
        ('\u03B1', '\u03C9'),
        ('\u0430', '\u045F'),
        ('\u05D0', '\u05EA'),
        ('\u0621', '\u064A'),
        ('\u10D0', '\u10F0'),
    ];

    public static IEnumerable<string> Meant(string text)
    {
        yield return text[1..];
        if (text.Length > 1 && text[0] != text[1])
        {
            yield return string.Concat(text[1].ToString(), text[0].ToString(), text[2..]);
        }

        (char from, char to) = Array.Find(Alphabets, range => text[0] >= range.From && text[0] <= range.To);
        for (char letter = from; letter > 0 && letter <= to; letter++)
        {
            if (letter != text[0])
            {
                yield return letter + text[1..];
            }

            yield return letter + text;
        }
    }
}
