using System.Collections.Frozen;

namespace Weather.Places.Store;

/// <summary>
/// The languages that labels are kept in, and where to look when one of them has none: first a language of the same
/// script whose readers can read it, then the plain name.
/// </summary>
internal sealed class LanguageList
{
    private static readonly FrozenDictionary<string, string> Kin = new Dictionary<string, string>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["fa"] = "ar",
        ["ur"] = "ar",
        ["ckb"] = "ar",
        ["ps"] = "ar",
        ["sd"] = "ar",
        ["ug"] = "ar",
        ["uk"] = "ru",
        ["be"] = "ru",
        ["kk"] = "ru",
        ["ky"] = "ru",
        ["tt"] = "ru",
        ["mk"] = "bg",
        ["bg"] = "ru",
        ["sr"] = "ru",
        ["zh-Hant"] = "zh-Hans",
        ["zh-Hans"] = "zh-Hant",
        ["mr"] = "hi",
        ["ne"] = "hi",
        ["nn"] = "nb",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> NotLatin = new[]
    {
        "ar fa ur ckb ps sd ug uk ru be bg mk sr kk ky tt mn tg el he yi hy ka hi mr ne bn ta te kn ml gu pa or",
        "si th lo km my ja ko zh-Hans zh-Hant am ti dv zgh",
    }
        .SelectMany(line => line.Split(' '))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<string, int> numbers;

    public LanguageList(string[] codes)
    {
        numbers = codes
            .Select((code, i) => (code, i))
            .ToFrozenDictionary(pair => pair.code, pair => pair.i, StringComparer.OrdinalIgnoreCase);
        English = numbers.GetValueOrDefault("en", -1);
    }

    public int English { get; }

    /// <summary>Numbers of the languages to try, best first. <paramref name="latin"/>: the plain name is of its script.</summary>
    public int[] Chain(string language, out bool latin)
    {
        string? code = Known(language);
        latin = code is null || !NotLatin.Contains(code);
        var chain = new List<int>(4);
        for (int hops = 0; code is not null && hops < 4; hops++)
        {
            if (numbers.TryGetValue(code, out int number) && !chain.Contains(number))
            {
                chain.Add(number);
            }

            code = Kin.GetValueOrDefault(code);
        }

        return [.. chain];
    }

    private string? Known(string language)
    {
        string[] parts = language.Split('-', '_');
        string code = parts[0].ToLowerInvariant() switch
        {
            "zh" or "yue" => IsTraditional(parts) ? "zh-Hant" : "zh-Hans",
            "no" => "nb",
            "iw" => "he",
            "in" => "id",
            "" => "en",
            var plain => plain,
        };
        return numbers.ContainsKey(code) || Kin.ContainsKey(code) ? code : null;
    }

    private static bool IsTraditional(string[] parts) =>
        parts[0].Equals("yue", StringComparison.OrdinalIgnoreCase)
        || parts.Any(part => part.ToUpperInvariant() is "HANT" or "TW" or "HK" or "MO");
}
