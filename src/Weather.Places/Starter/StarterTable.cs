using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using Weather.Model;
using Weather.Places.Names;

namespace Weather.Places.Starter;

internal static class StarterTable
{
    private static readonly string[] Languages = ["ar", "fr", "en"];

    public static IReadOnlyList<StarterPlace> Load()
    {
        FrozenDictionary<string, string[]> countries = Rows("countries.tsv")
            .ToFrozenDictionary(row => row[0], row => row[1..], StringComparer.Ordinal);
        return [.. Rows("starter.tsv").Select(row => ToPlace(row, countries[row[1]]))];
    }

    private static StarterPlace ToPlace(string[] row, string[] countryNames)
    {
        var place = new Place
        {
            Id = long.Parse(row[0], CultureInfo.InvariantCulture),
            CountryCode = row[1],
            Point = GeoPoint.Create(Number(row[2]), Number(row[3])),
            ZoneId = row[4],
            Population = int.Parse(row[5], CultureInfo.InvariantCulture),
            Elevation = row[6].Length == 0 ? null : int.Parse(row[6], CultureInfo.InvariantCulture),
        };
        // The last admin column may hold an abbreviation as well: "Texas|TX".
        string[][] admins =
        [
            .. row[10..13].Select(cell => cell.Split('|', StringSplitOptions.RemoveEmptyEntries)),
        ];
        FrozenDictionary<string, PlaceLabel> labels = Languages
            .Select(
                (language, i) =>
                    (language, new PlaceLabel(row[7 + i], admins[i].FirstOrDefault(), countryNames[i]))
            )
            .ToFrozenDictionary(pair => pair.language, pair => pair.Item2, StringComparer.Ordinal);
        IEnumerable<string> names = row[7..10]
            .Concat(row[13].Split('|', StringSplitOptions.RemoveEmptyEntries));
        IEnumerable<string> qualifiers = admins
            .SelectMany(a => a)
            .Concat(countryNames)
            .Append(place.CountryCode);
        return new StarterPlace(
            place,
            labels,
            [.. names.Select(NameFold.Fold).Distinct(StringComparer.Ordinal)],
            qualifiers.Select(NameFold.Fold).ToFrozenSet(StringComparer.Ordinal)
        );
    }

    private static IEnumerable<string[]> Rows(string resource)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t');
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
