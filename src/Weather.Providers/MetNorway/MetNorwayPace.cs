using NodaTime;

namespace Weather.Providers.MetNorway;

/// <summary>
/// Our own limit, far below the 20 requests a second that MET allows all installations of an application together: two a second, four at
/// once. The generic cell rate algorithm (ITU-T I.371) with a queue that waits by <see cref="TimeProvider"/>, which those of
/// System.Threading.RateLimiting cannot.
/// </summary>
internal sealed class MetNorwayPace(TimeProvider time)
{
    public const int PerSecond = 2;
    public const int Burst = 4;

    private static readonly Duration Interval = Duration.FromSeconds(1) / PerSecond;

    /// <summary>Longer than this nobody would wait; the refusal lets the next provider be asked.</summary>
    private static readonly Duration LongestWait = Duration.FromSeconds(5);

    private readonly Lock _lock = new();

    /// <summary>When the request after all admitted ones would be due, had they come evenly.</summary>
    private Instant _due = Instant.MinValue;

    /// <summary>Waits for a turn.</summary>
    /// <returns>Null when it is there; else when to come again, at once.</returns>
    /// <exception cref="OperationCanceledException">The asker went away; the turn it had is lost.</exception>
    public async Task<Instant?> WaitAsync(CancellationToken cancellationToken)
    {
        Duration wait;
        lock (_lock)
        {
            var now = Instant.FromDateTimeOffset(time.GetUtcNow());
            Instant due = Instant.Max(_due, now);
            wait = due - now - (Interval * (Burst - 1));
            if (wait > LongestWait)
            {
                return now + wait;
            }

            _due = due + Interval;
        }

        if (wait > Duration.Zero)
        {
            await Task.Delay(wait.ToTimeSpan(), time, cancellationToken);
        }

        return null;
    }
}
