using System.Text.Json;
using System.Text.Json.Serialization;
using Weather.Model;

namespace Weather.Api.Forecasts;

/// <summary>A point as [latitude, longitude].</summary>
internal sealed class GeoPointConverter : JsonConverter<GeoPoint>
{
    public override GeoPoint Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A point is [latitude, longitude].");
        }

        reader.Read();
        double latitude = reader.GetDouble();
        reader.Read();
        double longitude = reader.GetDouble();
        reader.Read();
        return GeoPoint.TryCreate(latitude, longitude, out GeoPoint point)
            ? point
            : throw new JsonException("A point is out of range.");
    }

    public override void Write(Utf8JsonWriter writer, GeoPoint value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Latitude);
        writer.WriteNumberValue(value.Longitude);
        writer.WriteEndArray();
    }
}
