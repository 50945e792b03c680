using System.Text.Json;
using NodaTime;

namespace Weather.Providers.Refresh;

/// <summary>From a <c>meta.json</c> to a run. Total: what cannot be one is null.</summary>
internal static class ModelRunReader
{
    private static readonly JsonDocumentOptions Depth = new() { MaxDepth = 16 };

    /// <param name="model">Whose.</param>
    /// <param name="body">As it came.</param>
    /// <param name="now">A run that is available in the future is not believed.</param>
    public static ModelRun? Read(string model, ReadOnlyMemory<byte> body, Instant now)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Depth);
            return
                Seconds(json.RootElement, "last_run_initialisation_time") is { } initialised
                && Seconds(json.RootElement, "last_run_availability_time") is { } available
                && Seconds(json.RootElement, "update_interval_seconds") is { } interval
                && interval is >= 600 and <= 86_400
                && initialised <= available
                && available <= now.ToUnixTimeSeconds() + 60
                ? new ModelRun(
                    model,
                    Instant.FromUnixTimeSeconds(initialised),
                    Instant.FromUnixTimeSeconds(available),
                    Duration.FromSeconds(interval)
                )
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static long? Seconds(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out long seconds)
        && seconds is > 0 and < 100_000_000_000
            ? seconds
            : null;
}
