using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Health;

namespace Weather.Edge.Proxy;

/// <summary>
/// How the destinations of a cluster are watched unless its own configuration says otherwise. When none is held to be well, all are asked: no health
/// check can make it worse than without one.
/// </summary>
internal static class HealthDefaults
{
    public static HealthCheckConfig? Of(ClusterConfig cluster)
    {
        HealthCheckConfig given = cluster.HealthCheck ?? new HealthCheckConfig();
        if (cluster.Destinations is not { Count: > 1 } destinations)
        {
            return cluster.HealthCheck;
        }

        PassiveHealthCheckConfig passive = given.Passive ?? new PassiveHealthCheckConfig();
        ActiveHealthCheckConfig active = given.Active ?? new ActiveHealthCheckConfig();
        // Where our own API's management port is known, it says itself whether it is ready; draining, it is not.
        bool saysItself =
            cluster.ClusterId == ApiProxy.Cluster
            && destinations.Values.All(destination => !string.IsNullOrEmpty(destination.Health));
        return given with
        {
            AvailableDestinationsPolicy =
                given.AvailableDestinationsPolicy
                ?? HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
            Passive = passive with
            {
                Enabled = passive.Enabled ?? true,
                Policy = passive.Policy ?? HealthCheckConstants.PassivePolicy.TransportFailureRate,
                ReactivationPeriod = passive.ReactivationPeriod ?? TimeSpan.FromSeconds(10),
            },
            Active = active with
            {
                Enabled = active.Enabled ?? saysItself,
                Policy = active.Policy ?? HealthCheckConstants.ActivePolicy.ConsecutiveFailures,
                Interval = active.Interval ?? TimeSpan.FromSeconds(2),
                Timeout = active.Timeout ?? TimeSpan.FromSeconds(1),
                Path = active.Path ?? "/healthz/ready",
            },
        };
    }
}
