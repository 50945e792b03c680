using NodaTime;

namespace Weather.Providers.Breakers;

/// <summary>What happened to a provider, as far as its breaker cares.</summary>
internal abstract record BreakerEvent
{
    private BreakerEvent() { }

    /// <summary>A question was let through; while half-open it is the probe.</summary>
    public sealed record Asked : BreakerEvent;

    /// <summary>It answered, or said rightly that it does not cover the place.</summary>
    /// <param name="Probe">The number of the probe that this was; 0 for a usual question.</param>
    public sealed record Succeeded(int Probe) : BreakerEvent;

    /// <param name="Probe">As in <see cref="Succeeded"/>.</param>
    /// <param name="Kind">Why.</param>
    /// <param name="RetryAt">When it may be asked again, where known.</param>
    public sealed record Failed(int Probe, RefusalKind Kind, Instant? RetryAt) : BreakerEvent;

    /// <summary>The question was withdrawn before anything could be learned from it.</summary>
    /// <param name="Probe">As in <see cref="Succeeded"/>.</param>
    public sealed record Withdrawn(int Probe) : BreakerEvent;

    /// <summary>An operator says that it is well.</summary>
    public sealed record Reset : BreakerEvent;
}
