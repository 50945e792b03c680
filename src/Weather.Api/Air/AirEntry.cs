using NodaTime;
using Weather.Model;

namespace Weather.Api.Air;

/// <summary>What the cache holds for a place: air quality, or for a while the fact that nobody had any.</summary>
internal sealed record AirEntry
{
    public AirQuality? Air { get; init; }

    /// <summary>When the answer may be another one.</summary>
    public required Instant Until { get; init; }
}
