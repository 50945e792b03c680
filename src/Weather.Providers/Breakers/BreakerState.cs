using NodaTime;

namespace Weather.Providers.Breakers;

/// <summary>
/// All that a breaker remembers: three independent reasons not to ask (forbidden, quota, failures), and how far the provider has
/// come since it last failed. A value; <see cref="BreakerRules"/> makes the next one.
/// </summary>
internal sealed record BreakerState
{
    public static readonly BreakerState Initial = new();

    public bool Forbidden { get; init; }

    public Instant? QuotaUntil { get; init; }

    /// <summary>Failures in a row while closed.</summary>
    public int Failures { get; init; }

    /// <summary>Openings that are not forgotten yet; each doubles the next one's time.</summary>
    public int Openings { get; init; }

    /// <summary>Set from the opening until a probe succeeds.</summary>
    public Instant? OpenUntil { get; init; }

    /// <summary>What the failure was that opened it last.</summary>
    public RefusalKind? OpenedBy { get; init; }

    /// <summary>How many probes there were; the last one's number is what its result must carry.</summary>
    public int Probe { get; init; }

    /// <summary>Set while a probe is out: until when it is waited for.</summary>
    public Instant? ProbeUntil { get; init; }

    /// <summary>When a probe closed it, while openings are remembered.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>Successes since then.</summary>
    public int Successes { get; init; }

    /// <summary>What would happen to a question now, and by which reason.</summary>
    public (BreakerPhase Phase, RefusalKind? Reason, Instant? Until) Look(Instant now)
    {
        if (Forbidden)
        {
            return (BreakerPhase.Stopped, RefusalKind.Forbidden, null);
        }

        if (QuotaUntil is { } quota && now < quota)
        {
            return (BreakerPhase.Open, RefusalKind.OverQuota, quota);
        }

        BreakerPhase phase = Failing(now);
        // While a probe is out, the others come back when it is known how it went.
        return (
            phase,
            phase == BreakerPhase.Closed ? null : OpenedBy,
            phase == BreakerPhase.Open ? Later(OpenUntil, ProbeUntil) : null
        );
    }

    public static Instant? Later(Instant? left, Instant? right) =>
        left is { } one && right is { } other ? Instant.Max(one, other) : left ?? right;

    /// <summary>The part of the failures alone: open too while a probe is out.</summary>
    public BreakerPhase Failing(Instant now) =>
        OpenUntil is not { } until ? BreakerPhase.Closed
        : now < until || (ProbeUntil is { } probe && now < probe) ? BreakerPhase.Open
        : BreakerPhase.HalfOpen;
}
