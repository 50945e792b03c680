using NodaTime;

namespace Weather.Providers.Breakers;

/// <summary>The machine of one provider behind a lock, with a clock and dice.</summary>
internal sealed class Breaker(string provider, BreakerOptions options, TimeProvider time, Func<double> roll)
{
    private readonly Lock _lock = new();
    private BreakerState _state = BreakerState.Initial;

    public string Provider => provider;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Whether asking makes sense now; takes no probe.</summary>
    public BreakerPass Peek() => Pass(_ => 0);

    /// <summary>Lets a question through or not. Each pass must come back with <see cref="Tell"/>.</summary>
    public BreakerPass Enter() =>
        Pass(phase =>
        {
            Move(new BreakerEvent.Asked());
            return phase == BreakerPhase.HalfOpen ? _state.Probe : 0;
        });

    public void Tell(BreakerEvent what)
    {
        lock (_lock)
        {
            Move(what);
        }
    }

    /// <summary>For the gauge: how far each reason is from letting through.</summary>
    public (BreakerPhase Phase, RefusalKind? Reason) Look()
    {
        lock (_lock)
        {
            (BreakerPhase phase, RefusalKind? reason, _) = _state.Look(Now);
            return (phase, reason);
        }
    }

    private BreakerPass Pass(Func<BreakerPhase, int> take)
    {
        lock (_lock)
        {
            (BreakerPhase phase, RefusalKind? reason, Instant? until) = _state.Look(Now);
            return phase is BreakerPhase.Closed or BreakerPhase.HalfOpen
                ? new BreakerPass(true, take(phase), null, null)
                : new BreakerPass(false, 0, reason, until);
        }
    }

    private void Move(BreakerEvent what) => _state = BreakerRules.Next(_state, what, Now, roll(), options);
}
