using NodaTime;

namespace Weather.Model;

/// <summary>The sun over one local day. Rise and set are null in polar day and night, which <see cref="Polar"/> names.</summary>
public sealed record SunDay(Instant? Sunrise, Instant? Sunset, PolarState Polar);
