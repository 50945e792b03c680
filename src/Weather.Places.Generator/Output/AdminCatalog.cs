using Weather.Places.Generator.Merge;

namespace Weather.Places.Generator.Output;

/// <summary>The first-level divisions that have places, with their labels.</summary>
internal sealed class AdminCatalog
{
    private readonly Atlas atlas;
    private readonly Dictionary<string, int> numbers;

    public AdminCatalog(Atlas atlas)
    {
        this.atlas = atlas;
        Codes =
        [
            .. atlas
                .Places.Select(place => place.Admin)
                .Where(code => code.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        numbers = Codes.Select((code, i) => (code, i)).ToDictionary(StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Codes { get; }

    public int NumberOf(string code) => numbers.GetValueOrDefault(code, -1);

    public IReadOnlyDictionary<string, string> Labels(string code)
    {
        var labels = new SortedDictionary<string, string>(
            atlas.Labels.Of(code).ToDictionary(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        if (atlas.Fresh.AdminNames.TryGetValue(code, out string? current))
        {
            labels["en"] = current;
        }

        foreach (((string owner, string language), string name) in atlas.Curation.AdminLabels)
        {
            if (owner == code)
            {
                labels[language] = name;
            }
        }

        return labels;
    }
}
