using System.Text.Json.Serialization;
using Weather.HttpCache;

namespace Weather.Edge.Management;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CacheStatistics))]
internal sealed partial class CacheStatsJson : JsonSerializerContext;
