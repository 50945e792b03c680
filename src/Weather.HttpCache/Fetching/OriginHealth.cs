namespace Weather.HttpCache.Fetching;

/// <summary>
/// Whether an origin can be reached. While it is known to be bad, answers that we can give without it are given without it, and
/// one fetch per interval asks whether it is back; the interval doubles up to ten times its start. An origin that answers 5xx is
/// reached: that is the trouble of a key (<see cref="KeyTroubles"/>).
/// </summary>
internal sealed class OriginHealth(TimeSpan probeInterval, TimeProvider time)
{
    private const int LongestFactor = 10;
    private readonly Lock _lock = new();
    private TimeSpan _interval;
    private DateTimeOffset _nextProbe;

    public bool IsBad { get; private set; }

    public static TimeSpan Longer(TimeSpan interval, TimeSpan first) =>
        TimeSpan.FromTicks(Math.Min(interval.Ticks * 2, first.Ticks * LongestFactor));

    public void Succeeded()
    {
        lock (_lock)
        {
            IsBad = false;
        }
    }

    /// <summary>
    /// Only the first failure sets the time of the probe; whoever takes the probe's turn sets the next one's. Were it moved by every failure, one
    /// key that fails often enough would put it off for ever.
    /// </summary>
    public void Failed()
    {
        lock (_lock)
        {
            if (!IsBad)
            {
                IsBad = true;
                _interval = probeInterval;
                _nextProbe = time.GetUtcNow() + _interval;
            }
        }
    }

    /// <summary>True when the origin may be asked for something nobody waits for; takes the turn.</summary>
    public bool MayAsk()
    {
        lock (_lock)
        {
            if (!IsBad)
            {
                return true;
            }

            DateTimeOffset now = time.GetUtcNow();
            if (now < _nextProbe)
            {
                return false;
            }

            _interval = Longer(_interval, probeInterval);
            _nextProbe = now + _interval;
            return true;
        }
    }
}
