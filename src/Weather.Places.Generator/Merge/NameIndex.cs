using Weather.Places.Names;

namespace Weather.Places.Generator.Merge;

/// <summary>Things by country and folded name.</summary>
internal sealed class NameIndex<T>
{
    private readonly Dictionary<string, List<T>> byName = new(StringComparer.Ordinal);

    public void Add(string country, string name, T thing)
    {
        string key = Key(country, name);
        if (!byName.TryGetValue(key, out List<T>? list))
        {
            byName[key] = list = [];
        }

        if (list.Count == 0 || !ReferenceEquals(list[^1], thing))
        {
            list.Add(thing);
        }
    }

    public IReadOnlyList<T> Find(string country, string name) =>
        byName.GetValueOrDefault(Key(country, name), []);

    private static string Key(string country, string name) => $"{country}|{KeyText.Of(name)}";
}
