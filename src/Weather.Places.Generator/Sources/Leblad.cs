using System.Text.Json;
using Weather.Places.Generator.Inputs;
using Weather.Places.Names;

namespace Weather.Places.Generator.Sources;

/// <summary>Algeria's wilayas, dairas and communes in Arabic. A Latin name that stands for two Arabic ones is left out.</summary>
internal sealed class Leblad
{
    private readonly Dictionary<string, HashSet<string>> arabic = new(StringComparer.Ordinal);

    public Leblad(InputStore store)
    {
        byte[] file = store
            .Read("@dzcode-io/leblad", name => name.EndsWith("WilayaList.json", StringComparison.Ordinal))
            .Values.Single();
        using JsonDocument json = JsonDocument.Parse(file);
        foreach (JsonElement wilaya in json.RootElement.EnumerateArray())
        {
            Add(wilaya);
            if (wilaya.TryGetProperty("name_ber", out JsonElement tifinagh))
            {
                Tifinagh[KeyText.Of(wilaya.GetProperty("name").GetString()!)] = tifinagh.GetString()!;
            }

            foreach (JsonElement daira in Children(wilaya, "dairats"))
            {
                Add(daira);
                foreach (JsonElement commune in Children(daira, "baladyiats"))
                {
                    Add(commune);
                }
            }
        }
    }

    /// <summary>Wilaya seats by Latin key.</summary>
    public Dictionary<string, string> Tifinagh { get; } = new(StringComparer.Ordinal);

    public string? Arabic(string latin) =>
        arabic.GetValueOrDefault(KeyText.Of(latin)) is { Count: 1 } only ? only.Single() : null;

    private static JsonElement.ArrayEnumerator Children(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement children) ? children.EnumerateArray() : default;

    private void Add(JsonElement named)
    {
        string key = KeyText.Of(named.GetProperty("name").GetString()!);
        if (
            named.TryGetProperty("name_ar", out JsonElement name)
            && LabelCleaner.Clean("ar", name.GetString()!) is { } clean
        )
        {
            if (!arabic.TryGetValue(key, out HashSet<string>? names))
            {
                arabic[key] = names = new(StringComparer.Ordinal);
            }

            names.Add(clean);
        }
    }
}
