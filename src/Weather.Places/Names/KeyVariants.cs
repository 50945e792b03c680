namespace Weather.Places.Names;

/// <summary>
/// Other keys a folded name may stand under. They are tried on the query, so that the index need not hold them.
/// </summary>
internal static class KeyVariants
{
    private const string Article = "ال";
    private const int ShortestWithoutArticle = 3;
    private static readonly string[] Saints = ["saint", "st", "sankt", "sainte", "ste", "sint"];

    private static readonly (string Typed, string Kept)[] Spelled = [("ae", "a"), ("oe", "o"), ("ue", "u")];

    private static readonly char[] CjkRanks = ['市', '都', '府', '县', '縣', '区', '區', '시', '省'];

    /// <summary>The same name with or without the Arabic article, or with another word for "saint".</summary>
    public static IEnumerable<string> Equal(string folded)
    {
        string key = KeyText.Compact(folded);
        if (key.StartsWith(Article, StringComparison.Ordinal))
        {
            if (key.Length - Article.Length >= ShortestWithoutArticle)
            {
                yield return key[Article.Length..];
            }
        }
        else if (key.Length >= ShortestWithoutArticle && key[0] is >= '\u0621' and <= '\u06FF')
        {
            yield return Article + key;
        }

        string? saint = Array.Find(Saints, word => folded.StartsWith(word + " ", StringComparison.Ordinal));
        foreach (string other in saint is null ? [] : Saints)
        {
            if (other != saint)
            {
                yield return other + KeyText.Compact(folded[saint!.Length..]);
            }
        }
    }

    /// <summary>Spellings worth a try when nothing else is found: Muenchen, Goeteborg, 大阪市, an article more or less.</summary>
    public static IEnumerable<string> Looser(string folded)
    {
        string key = KeyText.Compact(folded);
        foreach ((string typed, string kept) in Spelled)
        {
            if (key.Contains(typed, StringComparison.Ordinal))
            {
                yield return key.Replace(typed, kept, StringComparison.Ordinal);
            }
        }

        int last = folded.LastIndexOf(' ') + 1;
        if (last > 0 && folded[last] is >= '\u0621' and <= '\u06FF')
        {
            // عين عودة, عين العودة
            string word = folded[last..];
            string other = word.StartsWith(Article, StringComparison.Ordinal)
                ? word[Article.Length..]
                : Article + word;
            yield return KeyText.Compact(folded[..last]) + other;
        }

        if (key.Length > 2 && CjkRanks.Contains(key[^1]))
        {
            yield return key[..^1];
        }
        else if (key.Length >= 2 && key[0] is >= '\u4E00' and <= '\u9FFF')
        {
            yield return key + '市';
            yield return key + '都';
        }
    }
}
