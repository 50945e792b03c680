using System.Diagnostics.Metrics;

namespace Weather.Edge.Telemetry;

/// <summary>What the edge measures beside its cache; every name in one place, no tag that depends on a visitor.</summary>
internal sealed class EdgeMetrics
{
    public const string MeterName = "Weather.Edge";

    private readonly Counter<long> _limited;

    public EdgeMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(MeterName);
        _limited = meter.CreateCounter<long>(
            "weather.edge.limited",
            "{request}",
            "Requests that were not forwarded because their client, or their site, had asked for too much that is not stored."
        );
    }

    /// <param name="kind"><c>client</c> or <c>site</c>.</param>
    public void Limited(string kind) => _limited.Add(1, new KeyValuePair<string, object?>("kind", kind));
}
