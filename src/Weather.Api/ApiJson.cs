using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Weather.Api.Forecasts;
using Weather.Api.Places;

namespace Weather.Api;

/// <summary>Every JSON shape of the public API, source-generated. A field that is not known is left out.</summary>
[JsonSerializable(typeof(ForecastDocument))]
[JsonSerializable(typeof(ForecastsDocument))]
[JsonSerializable(typeof(PlaceDocument[]))]
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Letters of every script stay letters: مراكش is 10 bytes, and 30 when escaped.</summary>
    public static ApiJson Wire { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            }
        );
}
