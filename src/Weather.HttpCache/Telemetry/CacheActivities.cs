using System.Diagnostics;
using Weather.HttpCache.Fetching;

namespace Weather.HttpCache.Telemetry;

/// <summary>Spans of the cache.</summary>
internal static class CacheActivities
{
    public const string SourceName = "Weather.HttpCache";
    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>
    /// A fetch that somebody waits for belongs to the trace of who started it. One in the background outlives that trace: a root of its own,
    /// linked.
    /// </summary>
    public static Activity? StartFetch(FetchPlan plan)
    {
        bool root = plan.InBackground || plan.Trigger == default;
        return Source.StartActivity(
            ActivityKind.Internal,
            root ? default : plan.Trigger,
            links: root && plan.Trigger != default ? [new ActivityLink(plan.Trigger)] : null,
            name: "cache.fetch"
        );
    }
}
