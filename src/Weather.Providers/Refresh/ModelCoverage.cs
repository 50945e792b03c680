using Weather.Model;

namespace Weather.Providers.Refresh;

/// <summary>
/// Where a model of Open-Meteo says something. A new run of a European model is no reason to ask again for Tokyo. Boxes are those of the
/// server's grids; a model that is not listed covers the earth.
/// </summary>
internal static class ModelCoverage
{
    private static readonly Dictionary<string, (double South, double North, double West, double East)> Boxes =
        new(StringComparer.Ordinal)
        {
            // Europe, and Morocco down to Agadir.
            ["dwd_icon_eu"] = (29.5, 70.5, -23.5, 62.5),
            ["dwd_icon_d2"] = (43.2, 58.1, -3.9, 20.3),
            ["meteofrance_arpege_europe"] = (20, 72, -32, 42),
            ["meteofrance_arome_france0025"] = (37.5, 55.4, -12, 16),
        };

    public static bool Covers(string model, GeoPoint point) =>
        !Boxes.TryGetValue(model, out var box)
        || (
            point.Latitude >= box.South
            && point.Latitude <= box.North
            && point.Longitude >= box.West
            && point.Longitude <= box.East
        );
}
