using System.Text.Json.Serialization;
using Weather.Api.Air;
using Weather.Api.Alerts;
using ZiggyCreatures.Caching.Fusion.Internals.Distributed;

namespace Weather.Api.Forecasts;

/// <summary>The shape of an entry in Redis.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(InstantConverter), typeof(GeoPointConverter)]
)]
[JsonSerializable(typeof(FusionCacheDistributedEntry<ForecastEntry>))]
[JsonSerializable(typeof(FusionCacheDistributedEntry<AirEntry>))]
[JsonSerializable(typeof(FusionCacheDistributedEntry<AlertEntry>))]
internal sealed partial class EntryJson : JsonSerializerContext;
