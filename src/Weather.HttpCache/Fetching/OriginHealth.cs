namespace Weather.HttpCache.Fetching;

/// <summary>
/// What the last fetches say about an origin. While it is known to be bad, answers that we can give without it are given without it, and
/// one fetch per interval asks whether it is back; the interval doubles up to ten times its start.
/// </summary>
internal sealed class OriginHealth(TimeSpan probeInterval, TimeProvider time)
{
    private const int LongestFactor = 10;
    private readonly Lock _lock = new();
    private TimeSpan _interval;
    private DateTimeOffset _nextProbe;

    public bool IsBad { get; private set; }

    public void Succeeded()
    {
        lock (_lock)
        {
            IsBad = false;
        }
    }

    public void Failed()
    {
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow();
            if (!IsBad)
            {
                IsBad = true;
                _interval = probeInterval;
            }
            else if (now >= _nextProbe)
            {
                _interval = TimeSpan.FromTicks(
                    Math.Min(_interval.Ticks * 2, probeInterval.Ticks * LongestFactor)
                );
            }

            _nextProbe = now + _interval;
        }
    }

    /// <summary>It has not answered within the soft deadline: bad until the fetch under way says otherwise.</summary>
    public void Hesitated()
    {
        if (!IsBad)
        {
            Failed();
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

            _nextProbe = now + _interval;
            return true;
        }
    }
}
