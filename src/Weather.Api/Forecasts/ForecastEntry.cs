using System.Text.Json.Serialization;
using NodaTime;
using Weather.Model;

namespace Weather.Api.Forecasts;

/// <summary>What the cache holds for a place: a forecast, or for some seconds the fact that nobody had one.</summary>
internal sealed record ForecastEntry
{
    private long _lastAsked;

    public Forecast? Forecast { get; init; }

    /// <summary>With no forecast: when it is worth asking again.</summary>
    public Instant? RetryAt { get; init; }

    /// <summary>
    /// When somebody last wanted it; null when that is not known, as after a restart. Only in memory, and bounded with it: it tells the
    /// providers what is worth refreshing.
    /// </summary>
    [JsonIgnore]
    public Instant? LastAsked =>
        Volatile.Read(ref _lastAsked) is var ticks and > 0 ? Instant.FromUnixTimeTicks(ticks) : null;

    public void Asked(Instant now) => Volatile.Write(ref _lastAsked, now.ToUnixTimeTicks());
}
