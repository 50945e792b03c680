using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Weather.Places.Generator.Sources;

/// <summary>
/// Makes a label fit to be shown: no bidi or zero-width marks, no harakat or tatweel, no remark in brackets or after a
/// comma, no "province of" before an Arabic name, nothing in a script that the language is not written in.
/// </summary>
internal static partial class LabelCleaner
{
    private static readonly string[] ArabicPrefixes =
    [
        "ولاية ",
        "بلدية ",
        "محافظة ",
        "مديرية ",
        "جماعة ",
        "دائرة ",
        "قضاء ",
        "إمارة ",
        "جهة ",
        "مقاطعة ",
        "منطقة ",
    ];

    /// <summary>Null when nothing worth showing is left.</summary>
    public static string? Clean(string language, string text)
    {
        string name = Strip(text.Split('(', ',', '،')[0]).Trim();
        if (language == "fr")
        {
            // Some labels lost their apostrophe on the way: "Préfecture dOkinawa".
            name = LostApostrophe().Replace(name, "d'${capital}");
        }

        if (language == "ar")
        {
            string? prefix = Array.Find(
                ArabicPrefixes,
                prefix => name.StartsWith(prefix, StringComparison.Ordinal)
            );
            name = prefix is null ? name : name[prefix.Length..].Trim();
        }

        return name.Length > 0 && Encoding.UTF8.GetByteCount(name) <= 120 && IsInScript(language, name)
            ? name
            : null;
    }

    private static string Strip(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (char letter in text)
        {
            bool mark =
                letter is (>= '\u064B' and <= '\u0652') or '\u0640'
                || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control;
            // Zero-width (non-)joiners are spelling in Persian and in the Brahmic scripts.
            if (!mark || letter is '\u200C' or '\u200D')
            {
                kept.Append(letter);
            }
        }

        return kept.ToString();
    }

    private static bool IsInScript(string language, string name)
    {
        (char From, char To)[] ranges = language switch
        {
            "ar" or "fa" or "ur" or "ckb" or "ps" or "sd" or "ug" =>
            [
                ('\u0600', '\u06FF'),
                ('\u0750', '\u077F'),
            ],
            "ru" or "uk" or "be" or "bg" or "mk" or "sr" or "kk" or "ky" or "tt" or "tg" or "mn" =>
            [
                ('\u0400', '\u052F'),
            ],
            "el" => [('\u0370', '\u03FF'), ('\u1F00', '\u1FFF')],
            "he" => [('\u0590', '\u05FF')],
            "hy" => [('\u0530', '\u058F')],
            "ka" => [('\u10A0', '\u10FF')],
            "hi" or "mr" or "ne" => [('\u0900', '\u097F')],
            "bn" => [('\u0980', '\u09FF')],
            "pa" => [('\u0A00', '\u0A7F')],
            "gu" => [('\u0A80', '\u0AFF')],
            "ta" => [('\u0B80', '\u0BFF')],
            "te" => [('\u0C00', '\u0C7F')],
            "kn" => [('\u0C80', '\u0CFF')],
            "ml" => [('\u0D00', '\u0D7F')],
            "si" => [('\u0D80', '\u0DFF')],
            "th" => [('\u0E00', '\u0E7F')],
            "lo" => [('\u0E80', '\u0EFF')],
            "my" => [('\u1000', '\u109F')],
            "km" => [('\u1780', '\u17FF')],
            "am" => [('\u1200', '\u137F')],
            "zgh" => [('\u2D30', '\u2D7F')],
            "ko" => [('\uAC00', '\uD7A3')],
            "ja" => [('\u3040', '\u30FF'), ('\u3400', '\u9FFF')],
            "zh-Hans" or "zh-Hant" => [('\u3400', '\u9FFF')],
            _ => [('A', '\u024F'), ('\u1E00', '\u1EFF')],
        };
        return name.Any(letter => ranges.Any(range => letter >= range.From && letter <= range.To))
            && (
                !ranges.Contains(('A', '\u024F')) || !name.Any(letter => letter is > '\u02FF' and < '\u1E00')
            );
    }

    [GeneratedRegex(@"\bd(?<capital>\p{Lu})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LostApostrophe();
}
