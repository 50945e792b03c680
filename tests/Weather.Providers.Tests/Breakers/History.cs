using NodaTime;
using Weather.Providers.Breakers;

namespace Weather.Providers.Tests.Breakers;

/// <summary>A machine that things happen to, and what a reader would remember of it.</summary>
internal sealed class History(BreakerOptions options, Instant start)
{
    public BreakerState State { get; private set; } = BreakerState.Initial;

    public BreakerState Before { get; private set; } = BreakerState.Initial;

    public Instant Now { get; private set; } = start;

    public double Roll { get; set; }

    /// <summary>Kept apart from the machine.</summary>
    public bool Forbidden { get; private set; }

    public void Wait(Duration time)
    {
        Now += time;
        Before = State;
    }

    public BreakerPass Ask(Instant now)
    {
        (BreakerPhase phase, RefusalKind? reason, Instant? until) = State.Look(now);
        if (phase is not (BreakerPhase.Closed or BreakerPhase.HalfOpen))
        {
            return new BreakerPass(false, 0, reason, until);
        }

        Do(new BreakerEvent.Asked());
        return new BreakerPass(true, phase == BreakerPhase.HalfOpen ? State.Probe : 0, null, null);
    }

    public void Do(BreakerEvent what)
    {
        Before = State;
        State = BreakerRules.Next(State, what, Now, Roll, options);
        Forbidden = what switch
        {
            BreakerEvent.Reset => false,
            BreakerEvent.Failed { Kind: RefusalKind.Forbidden } => true,
            _ => Forbidden,
        };
    }

    public void FailUntilOpen()
    {
        while (State.OpenUntil is null)
        {
            Do(new BreakerEvent.Failed(0, RefusalKind.Failing, null));
        }
    }
}
