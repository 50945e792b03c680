using System.Globalization;
using Weather.Model;
using Weather.Places.Store;

namespace Weather.Places.Generator;

/// <summary>Asks every query of a file (text, latitude, longitude, group) and counts where the right place came.</summary>
internal static class Scoring
{
    private const double SamePlace = 25;

    public static void Print(string path)
    {
        Gazetteer gazetteer = Gazetteer.Load(new PlacesOptions());
        var groups = new SortedDictionary<string, (int Asked, int First)>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#'))
        {
            string[] row = line.Split('\t');
            GeoPoint expected = GeoPoint.Create(
                double.Parse(row[1], CultureInfo.InvariantCulture),
                double.Parse(row[2], CultureInfo.InvariantCulture)
            );
            IReadOnlyList<PlaceMatch> found = gazetteer.Search(new PlaceQuery(row[0]));
            bool hit = found.Count > 0 && found[0].Place.Point.DistanceTo(expected) <= SamePlace;
            (int asked, int first) = groups.GetValueOrDefault(row[3]);
            groups[row[3]] = (asked + 1, first + (hit ? 1 : 0));
            if (!hit)
            {
                IEnumerable<string> names = found
                    .Take(3)
                    .Select(match => $"{gazetteer.Label(match.Place, "en").Name} {match.Place.CountryCode}");
                Console.WriteLine($"missed {row[0]} ({row[3]}): {string.Join(", ", names)}");
            }
        }

        foreach ((string group, (int asked, int first)) in groups)
        {
            Console.WriteLine($"{group}: {first} of {asked}");
        }

        int all = groups.Values.Sum(pair => pair.Asked);
        int right = groups.Values.Sum(pair => pair.First);
        Console.WriteLine($"all: {right} of {all} ({100.0 * right / all:0.0} %)");
    }

    /// <summary>One slip in each of the names of the thousand largest places, the same slips every time.</summary>
    public static void PrintTypos()
    {
        GazetteerData data = GazetteerData.Load();
        Gazetteer gazetteer = Gazetteer.Load(new PlacesOptions());
        var random = new Random(1);
        int asked = 0;
        int first = 0;
        int third = 0;
        foreach (
            int place in Enumerable
                .Range(0, data.Places.Count)
                .OrderByDescending(data.Places.Population)
                .Take(1000)
        )
        {
            string name = data.Places.Name(place);
            if (name.Length < 4)
            {
                continue;
            }

            string typed = Typo.In(name, random);
            IReadOnlyList<PlaceMatch> found = gazetteer.Search(new PlaceQuery(typed));
            bool Right(PlaceMatch match) =>
                match.Place.Point.DistanceTo(data.Places.Point(place)) <= SamePlace;
            asked++;
            first += found.Take(1).Any(Right) ? 1 : 0;
            third += found.Take(3).Any(Right) ? 1 : 0;
            if (!found.Take(1).Any(Right))
            {
                Console.WriteLine(
                    $"missed {typed} ({name}): {string.Join(", ", found.Take(3).Select(match => $"{gazetteer.Label(match.Place, "en").Name}{(match.Exact ? "=" : "")} {match.Place.CountryCode}"))}"
                );
            }
        }

        Console.WriteLine(
            $"typos: {100.0 * first / asked:0.0} % first, {100.0 * third / asked:0.0} % in three, of {asked}"
        );
    }
}
