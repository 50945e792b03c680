using System.Text.Json;
using Weather.Model;

namespace Weather.Providers.Alerts;

/// <summary>The geometry of a feature (RFC 7946: longitude first), and the lists of codes that the US service adds.</summary>
internal static class GeoJsonArea
{
    private static readonly string[] Schemes = ["UGC", "SAME"];

    public static AlertArea Read(JsonElement feature, CapNode properties) =>
        new()
        {
            Polygons = feature.TryGetProperty("geometry", out JsonElement geometry) ? Polygons(geometry) : [],
            Codes =
            [
                .. properties
                    .All("geocode")
                    .SelectMany(codes =>
                        Schemes.SelectMany(scheme =>
                            codes
                                .All(scheme)
                                .Select(code => code.Value)
                                .OfType<string>()
                                .Select(value => new AreaCode(scheme, value))
                        )
                    ),
            ],
        };

    private static AreaPolygon[] Polygons(JsonElement geometry)
    {
        string? type = new JsonCapNode(geometry).Text("type");
        if (
            type is not ("Polygon" or "MultiPolygon")
            || !geometry.TryGetProperty("coordinates", out JsonElement coordinates)
        )
        {
            return [];
        }

        AreaPolygon?[] polygons = type is "Polygon"
            ? [Polygon(coordinates)]
            : [.. Items(coordinates).Select(Polygon)];
        // Half an area is none: outside the part that was read nobody knows.
        return polygons.All(polygon => polygon is not null) ? [.. polygons.OfType<AreaPolygon>()] : [];
    }

    private static AreaPolygon? Polygon(JsonElement rings)
    {
        IReadOnlyList<GeoPoint>?[] all = [.. Items(rings).Select(Ring)];
        return all.Length > 0 && all.All(ring => ring is not null)
            ? new AreaPolygon([.. all.OfType<IReadOnlyList<GeoPoint>>()])
            : null;
    }

    private static GeoPoint[]? Ring(JsonElement ring)
    {
        GeoPoint?[] points = [.. Items(ring).Select(Point)];
        return points.Length >= 3 && points.All(point => point is not null)
            ? [.. points.Select(point => point!.Value)]
            : null;
    }

    private static GeoPoint? Point(JsonElement pair) =>
        Items(pair) is [var longitude, var latitude, ..]
        && Number(latitude) is { } north
        && Number(longitude) is { } east
            ? CapPoint.Make(north, east)
            : null;

    private static JsonElement[] Items(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static double? Number(JsonElement number) =>
        number.ValueKind == JsonValueKind.Number
        && number.TryGetDouble(out double value)
        && double.IsFinite(value)
            ? value
            : null;
}
