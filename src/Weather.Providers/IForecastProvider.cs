using Weather.Model;

namespace Weather.Providers;

/// <summary>
/// One upstream. Never throws for what an upstream can do wrong: that is a <see cref="ProviderResult"/>. Never caches:
/// each call is at most one upstream request, so that its cost stays visible.
/// </summary>
public interface IForecastProvider
{
    /// <summary>The name in the payload's source, in telemetry and in <c>Weather:Providers:Order</c>.</summary>
    string Name { get; }

    /// <summary>What each of its answers is credited with.</summary>
    Attribution Credit { get; }

    Task<ProviderResult> GetAsync(ForecastRequest request, CancellationToken cancellationToken);
}
