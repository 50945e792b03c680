using Weather.Model;

namespace Weather.Providers;

/// <summary>What to ask an upstream for. <see cref="Previous"/> is the last good answer, for conditional requests.</summary>
public sealed record ForecastRequest(GeoPoint Point, int? Elevation = null, Forecast? Previous = null);
