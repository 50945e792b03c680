using System.Text;

namespace Weather.Places.Generator.Merge;

/// <summary>
/// Arabic letters back from a BGN romanisation: Shubrā al Khaymah is شبرا الخيمة. For countries whose names GeoNames
/// romanises by that system. The result is searched by and never shown: short vowels and final h are guesses.
/// </summary>
internal static class ReverseRomanisation
{
    private const string Countries = "EG IQ SY YE KW LY JO PS SA AE QA BH OM SD";

    private static readonly (string Latin, string Arabic)[] Letters =
    [
        ("kh", "خ"),
        ("sh", "ش"),
        ("gh", "غ"),
        ("dh", "ذ"),
        ("th", "ث"),
        ("ā", "ا"),
        ("á", "ى"),
        ("ī", "ي"),
        ("ū", "و"),
        ("aw", "و"),
        ("ay", "ي"),
        ("‘", "ع"),
        ("’", "ء"),
        ("ḩ", "ح"),
        ("ş", "ص"),
        ("ḑ", "ض"),
        ("ţ", "ط"),
        ("z̧", "ظ"),
        ("b", "ب"),
        ("t", "ت"),
        ("j", "ج"),
        ("d", "د"),
        ("r", "ر"),
        ("z", "ز"),
        ("s", "س"),
        ("f", "ف"),
        ("q", "ق"),
        ("k", "ك"),
        ("g", "ج"),
        ("l", "ل"),
        ("m", "م"),
        ("n", "ن"),
        ("h", "ه"),
        ("w", "و"),
        ("y", "ي"),
        ("a", ""),
        ("i", ""),
        ("u", ""),
        ("e", ""),
        ("o", "و"),
    ];

    private static readonly string[] Articles =
    [
        "al",
        "ad",
        "adh",
        "an",
        "ar",
        "as",
        "ash",
        "aş",
        "at",
        "ath",
        "aţ",
        "az",
        "aḑ",
        "el",
    ];

    public static bool Applies(Settlement place) =>
        Countries.Split(' ').Contains(place.Country) && !place.Labels.ContainsKey("ar");

    /// <summary>Null when a letter is not of the system.</summary>
    public static string? Arabic(string name)
    {
        var words = new List<string>();
        string article = string.Empty;
        foreach (string word in name.ToLowerInvariant().Split(' ', '-'))
        {
            if (Articles.Contains(word))
            {
                article = "ال";
                continue;
            }

            if (Spell(word) is not { } spelled)
            {
                return null;
            }

            words.Add(article + spelled);
            article = string.Empty;
        }

        return string.Join(' ', words);
    }

    private static string? Spell(string word)
    {
        var arabic = new StringBuilder();
        if (word.Length > 0 && "aiue".Contains(word[0], StringComparison.Ordinal))
        {
            arabic.Append('ا');
        }

        // A word's final "ah" is ta marbuta.
        string stem = word.EndsWith("ah", StringComparison.Ordinal) ? word[..^2] : word;
        for (int i = 0; i < stem.Length; )
        {
            (string latin, string letter) = Array.Find(
                Letters,
                pair => string.CompareOrdinal(stem, i, pair.Latin, 0, pair.Latin.Length) == 0
            );
            if (latin is null)
            {
                return null;
            }

            bool doubled = letter.Length > 0 && arabic.Length > 0 && i > 0 && stem[i] == stem[i - 1];
            arabic.Append(doubled ? string.Empty : letter);
            i += latin.Length;
        }

        return arabic.Append(stem == word ? string.Empty : "ة").ToString();
    }
}
