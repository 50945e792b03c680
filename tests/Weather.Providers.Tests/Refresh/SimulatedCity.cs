using NodaTime;
using Weather.Model;

namespace Weather.Providers.Tests.Refresh;

/// <summary>A place as the API's cache holds it: the last forecast, and when to ask again.</summary>
internal sealed class SimulatedCity(GeoPoint point)
{
    public GeoPoint Point => point;

    public Forecast? Forecast { get; set; }

    public Instant AskAgainAt { get; set; } = Instant.MinValue;

    public Instant? LastAsked { get; set; }
}
