using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ZiggyCreatures.Caching.Fusion.Serialization;

namespace Weather.Api.Forecasts;

/// <summary>
/// Entries in Redis: source-generated JSON, gzipped (a forecast is about 60 KB of names and digits and 6 KB compressed). The format
/// is part of the key (<see cref="WireVersion"/>), so that releases with different formats can share a Redis.
/// </summary>
internal sealed class ForecastSerializer : IFusionCacheSerializer
{
    public const string WireVersion = "f1";

    public byte[] Serialize<T>(T? obj)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(gzip, obj, TypeInfo<T?>());
        }

        return bytes.ToArray();
    }

    public T? Deserialize<T>(byte[] data)
    {
        using var gzip = new GZipStream(new MemoryStream(data), CompressionMode.Decompress);
        return JsonSerializer.Deserialize(gzip, TypeInfo<T?>());
    }

    public ValueTask<byte[]> SerializeAsync<T>(T? obj, CancellationToken token = default) =>
        ValueTask.FromResult(Serialize(obj));

    public ValueTask<T?> DeserializeAsync<T>(byte[] data, CancellationToken token = default) =>
        ValueTask.FromResult(Deserialize<T>(data));

    private static JsonTypeInfo<T> TypeInfo<T>() =>
        (JsonTypeInfo<T>)EntryJson.Default.Options.GetTypeInfo(typeof(T));
}
