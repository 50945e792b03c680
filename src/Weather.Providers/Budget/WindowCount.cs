using NodaTime;

namespace Weather.Providers.Budget;

/// <summary>
/// What was spent in one kind of window. Because the server's window may begin late, the one before counts on for a while
/// after its end, and what is spent meanwhile counts in both.
/// </summary>
internal sealed class WindowCount(BudgetWindow window, double limit, Duration late)
{
    private Instant _start = Instant.MinValue;
    private Instant _end = Instant.MinValue;
    private double _spent;
    private double _before;

    public BudgetWindow Window => window;

    public double Limit => limit;

    public Instant Start => _start;

    public Instant End => _end;

    /// <summary>By our clock, without what the window before still holds.</summary>
    public double SpentInWindow => _spent;

    /// <param name="now">The time; a clock that goes back changes nothing.</param>
    /// <param name="open">Weight of what the server may count in a window that begins at the given instant, though it was sent before.</param>
    public void Roll(Instant now, Func<Instant, double> open)
    {
        if (now < _end)
        {
            return;
        }

        Instant end = _end;
        (_start, _end) = window.At(now);
        // When nobody looked during the window before, what was open then is all that it can hold.
        _before = _start == end ? _spent : open(window.At(_start - Duration.Epsilon).Start);
        _spent = open(_start);
    }

    /// <param name="weight">Negative to correct.</param>
    /// <param name="sentAt">When the request was sent.</param>
    public void Charge(double weight, Instant sentAt)
    {
        _spent += weight;
        if (sentAt < _start + late)
        {
            _before = Math.Max(0, _before + weight);
        }
    }

    /// <summary>Puts back what a ledger says.</summary>
    public void Restore(IEnumerable<SpendingEntry> entries, Instant now, Duration linger)
    {
        (_start, _end) = window.At(now);
        (Instant before, _) = window.At(_start - Duration.Epsilon);
        foreach (SpendingEntry entry in entries)
        {
            if (entry.Kind == SpendingKind.Abandoned)
            {
                continue;
            }

            _spent += entry.At >= _start - linger ? entry.Weight : 0;
            _before += entry.At >= before - linger && entry.At < _start + late ? entry.Weight : 0;
        }
    }

    public double Spent(Instant now) => now < _start + late ? Math.Max(_spent, _before) : _spent;

    /// <returns>Null when there is room; else when there will be.</returns>
    public Instant? FullUntil(double weight, double most, Instant now) =>
        _spent + weight > most ? _end + late
        : now < _start + late && _before + weight > most ? _start + late
        : null;
}
