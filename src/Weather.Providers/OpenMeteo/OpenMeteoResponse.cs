using System.Text.Json;
using NodaTime;
using Weather.Model;

namespace Weather.Providers.OpenMeteo;

/// <summary>What an answer says, as far as it can be read. Several places in one answer are a list; the first one counts.</summary>
internal sealed class OpenMeteoResponse
{
    private static readonly string[] UtcNames = ["GMT", "UTC"];
    private readonly JsonElement _root;

    private OpenMeteoResponse(JsonElement root) => _root = root;

    /// <returns>Null when there is no object to read.</returns>
    public static OpenMeteoResponse? Read(JsonElement root) =>
        root.ValueKind switch
        {
            JsonValueKind.Object => new OpenMeteoResponse(root),
            JsonValueKind.Array when root.GetArrayLength() > 0 => Read(root[0]),
            _ => null,
        };

    /// <summary>The centre of the grid cell, not what was asked for.</summary>
    public GeoPoint? Cell =>
        Number("latitude") is { } latitude
        && Number("longitude") is { } longitude
        && GeoPoint.TryCreate(latitude, longitude, out GeoPoint point)
            ? point
            : null;

    /// <summary>Of the labels' zone; one for the whole answer.</summary>
    public Offset? Offset =>
        Number("utc_offset_seconds") is { } seconds and > -64_800 and < 64_800
            ? NodaTime.Offset.FromSeconds((int)seconds)
        : UtcNames.Contains(Text("timezone"), StringComparer.Ordinal) ? NodaTime.Offset.Zero
        : null;

    /// <summary>The words of an error answer, <c>{"error":true,"reason":"…"}</c>. Never shown, logged or passed on.</summary>
    public string? Reason => Text("reason");

    public OpenMeteoBlock Block(string name) => new(Property(name), Property($"{name}_units"));

    private double? Number(string name) =>
        Property(name) is { ValueKind: JsonValueKind.Number } property
        && property.TryGetDouble(out double value)
        && double.IsFinite(value)
            ? value
            : null;

    private string? Text(string name) =>
        Property(name) is { ValueKind: JsonValueKind.String } property ? property.GetString() : null;

    private JsonElement Property(string name) =>
        _root.TryGetProperty(name, out JsonElement value) ? value : default;
}
