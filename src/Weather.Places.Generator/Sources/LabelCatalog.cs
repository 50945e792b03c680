using Weather.Places.Generator.Inputs;

namespace Weather.Places.Generator.Sources;

/// <summary>Names with their language, by key: a GeoNames id ("2542997"), a division ("MA.07") or a country ("MA").</summary>
internal sealed class LabelCatalog
{
    private readonly Dictionary<string, Dictionary<string, string>> byKey = new(StringComparer.Ordinal);

    public LabelCatalog(InputStore store, ChineseScript chinese)
    {
        Dictionary<string, byte[]> files = store.Read(
            "libgeonames-common",
            name => name.EndsWith(".mo", StringComparison.Ordinal)
        );
        foreach ((string path, byte[] file) in files.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            string locale = path.Split('/')[^3];
            foreach ((string key, string text) in MoFile.Read(file))
            {
                if (key.Length > 0)
                {
                    Add(key, locale, text, chinese);
                }
            }
        }
    }

    public IReadOnlyDictionary<string, string> Of(string key) =>
        byKey.GetValueOrDefault(key)
        ?? (IReadOnlyDictionary<string, string>)
            System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;

    private void Add(string key, string locale, string text, ChineseScript chinese)
    {
        if (!byKey.TryGetValue(key, out Dictionary<string, string>? labels))
        {
            byKey[key] = labels = new(StringComparer.Ordinal);
        }

        foreach ((string language, string name) in Split(locale, text, chinese))
        {
            if (LabelCleaner.Clean(language, name) is { } clean)
            {
                labels.TryAdd(language, clean);
            }
        }
    }

    /// <summary>"zh" mixes both scripts: each name goes where its characters belong.</summary>
    private static IEnumerable<(string Language, string Name)> Split(
        string locale,
        string text,
        ChineseScript chinese
    ) =>
        locale switch
        {
            "zh" or "zh_CN" or "zh_SG" or "zh_TW" or "zh_HK" => chinese.Place(text),
            _ when Languages.All.Contains(locale) => [(locale, text)],
            _ => [],
        };
}
