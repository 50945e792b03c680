using NodaTime;

namespace Weather.Providers.Breakers;

/// <summary>
/// The machine: (state, event, now) to state. Pure: the clock and the dice are arguments. What the states mean and why is in the
/// README of this folder.
/// </summary>
internal static class BreakerRules
{
    /// <param name="state">Before.</param>
    /// <param name="what">What happened.</param>
    /// <param name="now">When.</param>
    /// <param name="roll">A random number in [0, 1) for the jitter of an opening.</param>
    /// <param name="options">Counts and times.</param>
    public static BreakerState Next(
        BreakerState state,
        BreakerEvent what,
        Instant now,
        double roll,
        BreakerOptions options
    ) =>
        what switch
        {
            BreakerEvent.Reset => BreakerState.Initial with { Probe = state.Probe },
            BreakerEvent.Asked when state.Failing(now) == BreakerPhase.HalfOpen => state with
            {
                Probe = state.Probe + 1,
                ProbeUntil = now + options.ProbeLease,
            },
            BreakerEvent.Withdrawn withdrawn when IsProbe(state, withdrawn.Probe) => state with
            {
                ProbeUntil = null,
            },
            BreakerEvent.Succeeded succeeded => Succeed(state, succeeded.Probe, now, options),
            BreakerEvent.Failed failed => Fail(state, failed, now, roll, options),
            _ => state,
        };

    private static bool IsProbe(BreakerState state, int probe) =>
        probe > 0 && probe == state.Probe && state.OpenUntil is not null;

    private static BreakerState Succeed(BreakerState state, int probe, Instant now, BreakerOptions options)
    {
        if (IsProbe(state, probe))
        {
            state = state with { OpenUntil = null, ProbeUntil = null, ClosedAt = now, Successes = 0 };
        }

        if (state.OpenUntil is not null)
        {
            // Asked before it opened: says nothing about now.
            return state;
        }

        state = state with { Failures = 0 };
        if (state.Openings > 0)
        {
            state = state with { Successes = state.Successes + 1 };
        }

        return Forget(state, now, options);
    }

    private static BreakerState Fail(
        BreakerState state,
        BreakerEvent.Failed failed,
        Instant now,
        double roll,
        BreakerOptions options
    )
    {
        bool probe = IsProbe(state, failed.Probe);
        switch (failed.Kind)
        {
            case RefusalKind.NotCovered:
                return Succeed(state, failed.Probe, now, options);
            case RefusalKind.Forbidden:
                return state with { Forbidden = true, ProbeUntil = probe ? null : state.ProbeUntil };
            case RefusalKind.OverQuota:
                return state with
                {
                    QuotaUntil = BreakerState.Later(
                        state.QuotaUntil,
                        failed.RetryAt ?? now + options.UnknownQuota
                    ),
                    ProbeUntil = probe ? null : state.ProbeUntil,
                };
        }

        if (probe)
        {
            return Open(state, failed.Kind, now, roll, options);
        }

        if (state.OpenUntil is not null)
        {
            return state;
        }

        state = Forget(state, now, options);
        state = state with { Failures = state.Failures + 1, Successes = 0 };
        return state.Failures >= (state.Openings > 0 ? 1 : options.Threshold)
            ? Open(state, failed.Kind, now, roll, options)
            : state;
    }

    private static BreakerState Open(
        BreakerState state,
        RefusalKind kind,
        Instant now,
        double roll,
        BreakerOptions options
    )
    {
        // Past 20 doublings any first time is longer than any cap.
        Duration time = Duration.Min(
            options.LongestOpen,
            options.FirstOpen * Math.Pow(2, Math.Min(20, state.Openings))
        );
        return state with
        {
            Failures = 0,
            Successes = 0,
            ClosedAt = null,
            ProbeUntil = null,
            Openings = state.Openings + 1,
            OpenUntil = now + (time * (1 + (options.Jitter * roll))),
            OpenedBy = kind,
        };
    }

    private static BreakerState Forget(BreakerState state, Instant now, BreakerOptions options) =>
        state is { Openings: > 0, OpenUntil: null, ClosedAt: { } closed }
        && (state.Successes >= options.SuccessesToForget || now - closed >= options.TimeToForget)
            ? state with
            {
                Openings = 0,
                Successes = 0,
                ClosedAt = null,
                OpenedBy = null,
            }
            : state;
}
