using NodaTime;
using Weather.Model;

namespace Weather.Providers;

/// <summary>
/// What to ask an upstream for. <see cref="Previous"/> is the last good answer, for conditional requests; without one the place is
/// asked for the first time. <see cref="LastAsked"/> is when a visitor last wanted this place before now; null when not known.
/// </summary>
public sealed record ForecastRequest(
    GeoPoint Point,
    int? Elevation = null,
    Forecast? Previous = null,
    Instant? LastAsked = null
);
