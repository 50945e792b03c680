using System.Text.Json.Serialization;
using ZiggyCreatures.Caching.Fusion.Internals.Distributed;

namespace Weather.Api.Forecasts;

/// <summary>The shape of an entry in Redis.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(InstantConverter), typeof(GeoPointConverter)]
)]
[JsonSerializable(typeof(FusionCacheDistributedEntry<ForecastEntry>))]
internal sealed partial class EntryJson : JsonSerializerContext;
