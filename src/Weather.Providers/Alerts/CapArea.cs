using System.Globalization;
using Weather.Model;

namespace Weather.Providers.Alerts;

/// <summary>CAP's areas: polygons "lat,lon lat,lon …", circles "lat,lon km", codes.</summary>
internal static class CapArea
{
    /// <returns>The area, and a text that is equal for equal areas.</returns>
    public static (AlertArea Area, string Key) Read(IEnumerable<CapNode> areas)
    {
        CapNode[] all = [.. areas];
        string[] polygons = [.. Values(all, "polygon")];
        string[] circles = [.. Values(all, "circle")];
        AreaCode[] codes =
        [
            .. all.SelectMany(area => area.All("geocode"))
                .Select(code => (Scheme: code.Text("valueName"), Value: code.Text("value")))
                .Where(code => code is { Scheme: not null, Value: not null })
                .Select(code => new AreaCode(code.Scheme!, code.Value!)),
        ];
        AreaPolygon?[] borders = [.. polygons.Select(Polygon)];
        AreaCircle?[] rounds = [.. circles.Select(Circle)];
        // Half an area is none: outside the part that was read nobody knows.
        bool whole = !borders.Contains(null) && !rounds.Contains(null);
        return (
            new AlertArea
            {
                Polygons = whole ? [.. borders.OfType<AreaPolygon>()] : [],
                Circles = whole ? [.. rounds.OfType<AreaCircle>()] : [],
                Codes = codes,
            },
            string.Join(
                '|',
                polygons.Concat(circles).Concat(codes.Select(code => $"{code.Scheme}={code.Value}"))
            )
        );
    }

    private static IEnumerable<string> Values(CapNode[] areas, string name) =>
        areas.SelectMany(area => area.All(name)).Select(shape => shape.Value).OfType<string>();

    private static AreaPolygon? Polygon(string text)
    {
        GeoPoint?[] ring = [.. Words(text).Select(Point)];
        return ring.Length >= 3 && ring.All(point => point is not null)
            ? new AreaPolygon([
                [.. ring.Select(point => point!.Value)],
            ])
            : null;
    }

    private static AreaCircle? Circle(string text) =>
        Words(text) is [var centre, var radius]
        && Point(centre) is { } point
        && Number(radius) is { } kilometres and >= 0 and <= 20_100
            ? new AreaCircle(point, kilometres)
            : null;

    private static GeoPoint? Point(string text) =>
        text.Split(',') is [var latitude, var longitude]
        && Number(latitude) is { } north
        && Number(longitude) is { } east
            ? CapPoint.Make(north, east)
            : null;

    private static string[] Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && double.IsFinite(value)
            ? value
            : null;
}
