using System.Globalization;
using Weather.Model;
using Weather.Places.Store;

namespace Weather.Places.Generator;

/// <summary>The shipped gazetteer, printed for eyes and for other tools.</summary>
internal static class Listing
{
    /// <summary>Id, coordinates and zone of every place, for checks against exact polygons (zones/check.mjs).</summary>
    public static void Zones()
    {
        GazetteerData data = GazetteerData.Load();
        for (int i = 0; i < data.Places.Count; i++)
        {
            Place place = PlaceMaker.Make(data, i);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{place.Id}\t{place.Point.Latitude}\t{place.Point.Longitude}\t{place.ZoneId}\t{place.Population ?? 0}\t{place.CountryCode}\t{data.Places.Name(i)}"
                )
            );
        }
    }

    /// <summary>What the gazetteer answers to each line.</summary>
    public static void Answers(TextReader names, string? country)
    {
        Gazetteer gazetteer = Gazetteer.Load(new PlacesOptions());
        while (names.ReadLine() is { } name)
        {
            IEnumerable<string> answers = gazetteer
                .Search(new PlaceQuery(name, country))
                .Take(4)
                .Select(match =>
                    $"{(match.Exact ? "=" : "~")} {match.Place.Id} {gazetteer.Label(match.Place, "fr").Name} | {gazetteer.Label(match.Place, "ar").Name} ({match.Place.CountryCode}, {gazetteer.Label(match.Place, "fr").Admin}, {match.Place.Population}, {match.Place.Point})"
                );
            Console.WriteLine($"{name}\t{string.Join("  ", answers)}");
        }
    }
}
