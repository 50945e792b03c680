namespace Weather.Providers.Breakers;

/// <summary>What a breaker does with the next question. The numbers are those of the gauge.</summary>
internal enum BreakerPhase
{
    /// <summary>Lets everything through.</summary>
    Closed = 0,

    /// <summary>Lets one question through, to see.</summary>
    HalfOpen = 1,

    /// <summary>Lets nothing through until a known time.</summary>
    Open = 2,

    /// <summary>Lets nothing through until an operator says so.</summary>
    Stopped = 3,
}
