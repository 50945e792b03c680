using System.Text.Json;

namespace Weather.Providers.MetNorway;

/// <summary>Reading that never throws: what is absent or of another kind is undefined or null.</summary>
internal static class MetNorwayJson
{
    public static JsonElement Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value)
            ? value
            : default;

    public static double? Number(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number
        && element.TryGetDouble(out double value)
        && double.IsFinite(value)
            ? value
            : null;

    public static string? Text(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString() : null;
}
