using NodaTime;
using Weather.Model;

namespace Weather.Api.Forecasts;

/// <summary>What the cache holds for a place: a forecast, or for some seconds the fact that nobody had one.</summary>
internal sealed record ForecastEntry
{
    public Forecast? Forecast { get; init; }

    /// <summary>With no forecast: when it is worth asking again.</summary>
    public Instant? RetryAt { get; init; }
}
