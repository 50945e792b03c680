using System.Collections.Frozen;

namespace Weather.Places.Names;

/// <summary>Letters that decomposition leaves alone and people type in another way. Input is lower case, after NFKD.</summary>
internal static class LetterFold
{
    private static readonly FrozenDictionary<int, string> Letters = Build();

    public static bool TryFold(int codePoint, out string? folded)
    {
        // Katakana lies exactly 0x60 above hiragana.
        if (codePoint is >= 0x30A1 and <= 0x30F6)
        {
            folded = ((char)(codePoint - 0x60)).ToString();
            return true;
        }

        return Letters.TryGetValue(codePoint, out folded);
    }

    /// <summary>ʼ ʻ ʿ and their typed stand-ins sit inside a word and do not split it.</summary>
    public static bool IsApostrophe(int codePoint) =>
        codePoint
            is '\''
                or (>= 0x2018 and <= 0x201B)
                or 0x2032
                or (>= 0x02B0 and <= 0x02CF)
                or 0x05F3
                or 0x05F4
                or 0xA78C
                or 0x1FBF;

    private static FrozenDictionary<int, string> Build()
    {
        string[] groups =
        [
            // Latin
            "ß ss|ø o|ł l|đ d|ð d|ħ h|ı i|æ ae|œ oe|þ th|ŋ n|ə e|ǝ e|ɓ b|ɗ d|ƙ k|ɛ e|ɔ o",
            // Cyrillic, Greek and the final forms of Hebrew
            "ґ г|ς σ|ך כ|ם מ|ן נ|ף פ|ץ צ",
            // Arabic: carriers, final ya and ta, the Persian, Urdu, Kurdish, Uyghur and Moroccan letters.
            "ٱ ا|ى ي|ی ي|ې ي|ے ي|ة ه|ہ ه|ھ ه|ە ه|ۀ ه|ۃ ه|ک ك|گ ك|ڭ ك|ݣ ك|ڪ ك|پ ب|چ ج|ژ ز|ڤ ف|ڥ ف|ڨ ق|ٹ ت|ڈ د|ڑ ر|ں ن|ء |ـ ",
        ];
        return groups
            .SelectMany(group => group.Split('|'))
            .ToFrozenDictionary(pair => char.ConvertToUtf32(pair, 0), pair => pair[2..]);
    }
}
