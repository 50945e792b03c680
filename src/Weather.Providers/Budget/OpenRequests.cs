using NodaTime;

namespace Weather.Providers.Budget;

/// <summary>
/// Requests that the server may still count: those that run, those that we gave up, and for a moment (clocks differ) those that
/// ended. A window that begins meanwhile is charged for them.
/// </summary>
internal sealed class OpenRequests
{
    private readonly List<(int Id, double Weight, Instant Until, bool Occupies)> _open = [];
    private int _last;

    public int Start(double weight)
    {
        _open.Add((++_last, weight, Instant.MaxValue, true));
        return _last;
    }

    /// <param name="id">From <see cref="Start"/>.</param>
    /// <param name="weight">What it cost in the end.</param>
    /// <param name="until">Until when the server may count it.</param>
    /// <param name="occupies">Whether it may hold one of the server's places till then.</param>
    public void End(int id, double weight, Instant until, bool occupies)
    {
        int index = _open.FindIndex(open => open.Id == id);
        if (index >= 0)
        {
            _open[index] = (id, weight, until, occupies);
        }
    }

    /// <summary>It was given up: it runs after those before it have run, each for as long as the server may take.</summary>
    public void Abandon(int id, double weight, Instant now, Duration linger) =>
        End(id, weight, LastGone(now) + linger, occupies: true);

    /// <summary>One that was given up before a restart: it may hold a place, and a window that begins may be charged.</summary>
    public void Restore(double weight, Instant at, Duration linger) =>
        _open.Add((++_last, weight, LastGone(at) + linger, true));

    /// <summary>One sent before a restart that may still be counted, and holds no place.</summary>
    public void RestoreUnheard(double weight, Instant until) => _open.Add((++_last, weight, until, false));

    /// <summary>One that came later was answered, and the server takes them in order: whatever was given up before has ended.</summary>
    public void AllGone(Instant until)
    {
        for (int k = 0; k < _open.Count; k++)
        {
            // Those that hold no place have ended, or went another way.
            if (_open[k].Occupies && _open[k].Until < Instant.MaxValue)
            {
                _open[k] = _open[k] with { Until = Instant.Min(_open[k].Until, until), Occupies = false };
            }
        }
    }

    public double WeightAt(Instant instant)
    {
        double weight = 0;
        foreach (var open in _open)
        {
            weight += open.Until >= instant ? open.Weight : 0;
        }

        return weight;
    }

    public void Prune(Instant now) => _open.RemoveAll(open => open.Until < now);

    /// <summary>How many may hold a place at the server, and when the first of them is known to be gone.</summary>
    public (int Count, Instant First) Occupying(Instant now)
    {
        int count = 0;
        Instant first = Instant.MaxValue;
        foreach (var open in _open)
        {
            if (open.Occupies && open.Until >= now)
            {
                count++;
                first = Instant.Min(first, open.Until);
            }
        }

        return (count, first);
    }

    private Instant LastGone(Instant now)
    {
        Instant last = now;
        foreach (var open in _open)
        {
            last = open.Occupies && open.Until < Instant.MaxValue ? Instant.Max(last, open.Until) : last;
        }

        return last;
    }
}
