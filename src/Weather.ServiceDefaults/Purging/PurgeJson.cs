using System.Text.Json.Serialization;

namespace Weather.ServiceDefaults.Purging;

/// <summary>The JSON of <see cref="PurgeReport"/>, for who writes it and who reads it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(PurgeReport))]
public sealed partial class PurgeJson : JsonSerializerContext;
