using Weather.Model;

namespace Weather.Providers.Air;

/// <summary>An upstream for air quality. Like <see cref="IForecastProvider"/> it neither throws for an upstream's faults nor caches.</summary>
public interface IAirQualityProvider
{
    /// <summary>What each of its answers is credited with.</summary>
    Attribution Credit { get; }

    Task<AirQualityResult> GetAsync(GeoPoint point, CancellationToken cancellationToken);
}
