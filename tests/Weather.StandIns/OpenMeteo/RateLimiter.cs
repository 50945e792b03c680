namespace Weather.StandIns.OpenMeteo;

/// <summary>
/// Open-Meteo's limits for one address, after its RateLimiter.swift and ConcurrencyGroupLimiter.swift: counters that a task empties
/// once a minute, checked when a request arrives and raised when it has been answered; one runs, four more wait.
/// Written from those files and from nothing of ours, so that the two can disagree.
/// </summary>
/// <param name="minutely">Weight that the minute bears.</param>
/// <param name="hourly">The hour.</param>
/// <param name="daily">The day.</param>
/// <param name="lag">How long after the full minute its task runs; it drifts.</param>
public sealed class RateLimiter(
    float minutely = 600,
    float hourly = 5_000,
    float daily = 10_000,
    TimeSpan lag = default
)
{
    private const long Minute = 60_000;
    private readonly long _lag = (long)lag.TotalMilliseconds;
    private long _nextTask = long.MinValue;
    private float _minute;
    private float _hour;
    private float _day;

    public static int ConcurrencyLimit => 1;

    public static int ConcurrencyLimitHard => 5;

    /// <summary>Requests that run or wait.</summary>
    public int Present { get; private set; }

    /// <param name="now">Unix milliseconds.</param>
    /// <returns>Null when it may come in; else the reason of the 429.</returns>
    public string? Enter(long now)
    {
        Tick(now);
        string? reason =
            _minute >= minutely ? "Minutely API request limit exceeded. Please try again in one minute."
            : _hour >= hourly ? "Hourly API request limit exceeded. Please try again in the next hour."
            : _day >= daily ? "Daily API request limit exceeded. Please try again tomorrow."
            : Present >= ConcurrencyLimitHard ? "Too many concurrent requests"
            : null;
        Present += reason is null ? 1 : 0;
        return reason;
    }

    /// <param name="now">Unix milliseconds.</param>
    /// <param name="weight">Of the answer; 1 for an error.</param>
    public void Leave(long now, float weight)
    {
        Present--;
        Count(now, weight);
    }

    /// <summary>What another of its hosts answered the same address.</summary>
    /// <param name="now">Unix milliseconds.</param>
    /// <param name="weight">Of the answer.</param>
    public void Count(long now, float weight)
    {
        Tick(now);
        _minute += weight;
        _hour += weight;
        _day += weight;
    }

    private void Tick(long now)
    {
        if (_nextTask == long.MinValue)
        {
            _nextTask = ((now - _lag) / Minute * Minute) + Minute + _lag;
        }

        while (now >= _nextTask)
        {
            _minute = 0;
            _hour = _nextTask % (60 * Minute) < Minute ? 0 : _hour;
            _day = _nextTask % (24 * 60 * Minute) < Minute ? 0 : _day;
            // A long pause: only the tasks of the last day can matter.
            long behind = now - _nextTask;
            if (behind > 2 * 24 * 60 * Minute)
            {
                _hour = 0;
                _day = 0;
                _nextTask += (behind / Minute / 60 / 24 - 1) * 24 * 60 * Minute;
            }

            _nextTask += Minute;
        }
    }
}
