using System.Text.Json;
using Weather.Places.Generator.Inputs;

namespace Weather.Places.Generator.Sources;

/// <summary>CLDR: countries, and the city that stands for each time zone, in the languages we keep.</summary>
internal sealed class CldrNames
{
    public CldrNames(InputStore store)
    {
        Countries = Read(store, "cldr-localenames-full", "territories.json", ReadCountries);
        Cities = Read(store, "cldr-dates-full", "timeZoneNames.json", ReadCities);
    }

    /// <summary>Language to country code to names, the one to show first.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, List<string>>> Countries { get; }

    /// <summary>Language to zone id to city.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, string>> Cities { get; }

    private static SortedDictionary<string, T> Read<T>(
        InputStore store,
        string package,
        string file,
        Func<JsonElement, T> read
    )
    {
        Dictionary<string, byte[]> files = store.Read(
            package,
            name => name.EndsWith("/" + file, StringComparison.Ordinal) && LanguageOf(name) is not null
        );
        var byLanguage = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach ((string path, byte[] content) in files.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            using JsonDocument json = JsonDocument.Parse(content);
            byLanguage[LanguageOf(path)!] = read(
                json.RootElement.GetProperty("main").EnumerateObject().First().Value
            );
        }

        return byLanguage;
    }

    private static string? LanguageOf(string path)
    {
        string locale = path.Split('/')[^2] switch
        {
            "zh" => "zh-Hans",
            "no" => "nb",
            var other => other,
        };
        return Languages.All.Contains(locale) ? locale : null;
    }

    private static Dictionary<string, List<string>> ReadCountries(JsonElement locale)
    {
        JsonElement territories = locale.GetProperty("localeDisplayNames").GetProperty("territories");
        var names = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (JsonProperty territory in territories.EnumerateObject())
        {
            // "HK-alt-short" is the name people know: Hong Kong, Palestine; but not "US" and "UK".
            string code = territory.Name.Split('-')[0];
            string name = territory.Value.GetString()!;
            if (code.Length != 2 || name == code)
            {
                continue;
            }

            if (!names.TryGetValue(code, out List<string>? list))
            {
                names[code] = list = [];
            }

            bool better =
                territory.Name.EndsWith("alt-short", StringComparison.Ordinal)
                && code is "HK" or "MO" or "PS";
            list.Insert(better ? 0 : list.Count, name);
        }

        return names;
    }

    private static Dictionary<string, string> ReadCities(JsonElement locale)
    {
        var cities = new Dictionary<string, string>(StringComparer.Ordinal);
        if (
            locale
                .GetProperty("dates")
                .GetProperty("timeZoneNames")
                .TryGetProperty("zone", out JsonElement zones)
        )
        {
            Collect(zones, string.Empty, cities);
        }

        return cities;
    }

    private static void Collect(JsonElement node, string path, Dictionary<string, string> cities)
    {
        if (node.TryGetProperty("exemplarCity", out JsonElement city))
        {
            cities[path] = city.GetString()!;
            return;
        }

        foreach (JsonProperty child in node.EnumerateObject())
        {
            if (child.Value.ValueKind == JsonValueKind.Object)
            {
                Collect(child.Value, path.Length == 0 ? child.Name : $"{path}/{child.Name}", cities);
            }
        }
    }
}
