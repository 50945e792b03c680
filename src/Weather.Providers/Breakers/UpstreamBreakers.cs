using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Weather.Providers.Upstream;

namespace Weather.Providers.Breakers;

/// <summary>The breakers of all providers, by the provider's name.</summary>
public sealed class UpstreamBreakers
{
    private static readonly RefusalKind[] Reasons =
    [
        RefusalKind.Forbidden,
        RefusalKind.OverQuota,
        RefusalKind.Poisoned,
        RefusalKind.WrongPlace,
        RefusalKind.Failing,
        RefusalKind.Unreachable,
        RefusalKind.ContractBroken,
    ];

    private readonly ConcurrentDictionary<string, Breaker> _breakers = new(StringComparer.Ordinal);
    private readonly BreakerOptions _options;
    private readonly TimeProvider _time;
    private readonly Func<double> _roll;

    internal UpstreamBreakers(
        BreakerOptions options,
        TimeProvider time,
        Func<double> roll,
        UpstreamMetrics metrics
    )
    {
        _options = options;
        _time = time;
        _roll = roll;
        metrics.WatchBreakers(Measure);
    }

    internal Breaker this[string provider] =>
        _breakers.GetOrAdd(provider, name => new Breaker(name, _options, _time, _roll));

    /// <summary>For an operator who has settled it with the provider: everything is forgotten, a stop included.</summary>
    /// <returns>False when no provider has that name.</returns>
    public bool Reset(string provider)
    {
        if (!_breakers.TryGetValue(provider, out Breaker? breaker))
        {
            return false;
        }

        breaker.Tell(new BreakerEvent.Reset());
        return true;
    }

    private IEnumerable<Measurement<int>> Measure()
    {
        foreach (Breaker breaker in _breakers.Values)
        {
            (BreakerPhase phase, RefusalKind? reason) = breaker.Look();
            foreach (RefusalKind kind in Reasons)
            {
                yield return new Measurement<int>(
                    kind == reason ? (int)phase : (int)BreakerPhase.Closed,
                    new KeyValuePair<string, object?>("provider", breaker.Provider),
                    new KeyValuePair<string, object?>("reason", UpstreamMetrics.Outcome(kind))
                );
            }
        }
    }
}
