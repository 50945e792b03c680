using Weather.Model;
using Weather.Places.Store;

namespace Weather.Places.Tests;

/// <summary>The gazetteer, loaded once for all tests: it is immutable.</summary>
internal static class Loaded
{
    public static Gazetteer Gazetteer { get; } = Gazetteer.Load(new PlacesOptions());

    public static GazetteerData Data { get; } = GazetteerData.Load();

    public static Place? First(string text, string? country = null, string? language = null) =>
        Gazetteer.Search(new PlaceQuery(text, country, language)) is [var first, ..] ? first.Place : null;

    public static string[][] Table(string path) =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, path))
                .Where(line => line.Length > 0)
                .Select(line => line.Split('\t')),
        ];
}
