using System.Globalization;
using System.Text;

namespace Weather.Places.Names;

/// <summary>
/// Reduces a name to the key it is searched by: what people leave out, double or swap on a keyboard is gone, what
/// tells two names apart stays. Keys and queries go through the same fold. Total: any string, lone surrogates
/// included, has a key (perhaps empty). The list of rules is in the folder's README.
/// </summary>
public static class NameFold
{
    public static string Fold(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (Rune rune in Decompose(text).EnumerateRunes())
        {
            Append(key, rune);
        }

        while (key.Length > 0 && key[^1] == ' ')
        {
            key.Length--;
        }

        return key.ToString();
    }

    private static string Decompose(string text)
    {
        // Normalize throws on a lone surrogate, which enumerating runes has already turned into U+FFFD, and on the noncharacter U+FFFE.
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            // Spacing accents decompose to a space and a mark; people type them for apostrophes.
            if (rune.Value is not (0xFFFD or 0xFFFE or '`' or 0xB4 or 0xA8))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormKD);
    }

    private static void Append(StringBuilder key, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark when !IsVowelSign(rune.Value):
            case UnicodeCategory.Format or UnicodeCategory.Control when !Rune.IsWhiteSpace(rune):
            case UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned:
                return;
            case UnicodeCategory.DecimalDigitNumber:
                key.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(rune.ToString(), 0)));
                return;
        }

        if (LetterFold.IsApostrophe(rune.Value))
        {
            return;
        }

        if (LetterFold.TryFold(Rune.ToLowerInvariant(rune).Value, out string? folded))
        {
            key.Append(folded);
        }
        else if (Rune.IsLetterOrDigit(rune) || IsMark(rune))
        {
            key.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        else if (key.Length > 0 && key[^1] != ' ')
        {
            key.Append(' ');
        }
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    /// <summary>
    /// In the Brahmic scripts, Thaana and kana a mark is part of the word; in Latin, Greek, Cyrillic, Hebrew, Arabic and
    /// Syriac it is a hint that people leave out.
    /// </summary>
    private static bool IsVowelSign(int codePoint) =>
        codePoint
            is (>= 0x07A6 and <= 0x07B0)
                or (>= 0x0900 and < 0x1AB0)
                or (>= 0x1B00 and < 0x1DC0)
                or 0x3099
                or 0x309A
                or (>= 0xA800 and < 0xAC00)
                or (>= 0x11000 and < 0x12000);
}
