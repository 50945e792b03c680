using NodaTime;

namespace Weather.Providers.Budget;

/// <summary>
/// What was spent and what may be: the server's limiter as seen from outside, never more generous than it. No lock, no clock, no
/// file: those are <see cref="UpstreamBudget"/>'s.
/// </summary>
internal sealed class Spending
{
    private readonly BudgetPlan _plan;
    private readonly WindowCount[] _windows;
    private readonly OpenRequests _open = new();

    public Spending(BudgetPlan plan, IReadOnlyList<SpendingEntry> entries, Instant now)
    {
        _plan = plan;
        _windows = [.. plan.Limits.Select(limit => new WindowCount(limit.Window, limit.Limit, plan.Late))];
        foreach (WindowCount window in _windows)
        {
            // Given up, waited behind others that were, and counted when all had run: no later than that.
            window.Restore(entries, now, plan.Linger * 6);
        }

        RestoreOpen(entries, now);
    }

    /// <summary>
    /// A crash ends requests for us and not for the server: the last ones sent may be running. To be written to the ledger at start, or
    /// the crash after this one would forget them.
    /// </summary>
    public static IEnumerable<SpendingEntry> Orphans(
        IReadOnlyList<SpendingEntry> entries,
        BudgetPlan plan,
        Instant now
    ) =>
        entries
            .Where(entry => entry.Kind == SpendingKind.Sent)
            .TakeLast(plan.Running)
            .Where(entry => entry.At + plan.Linger >= now)
            .Select(entry => entry with { Kind = SpendingKind.Abandoned });

    /// <param name="weight">What the request would cost.</param>
    /// <param name="firstTime">Whether it may use the reserve.</param>
    /// <param name="now">The time.</param>
    /// <returns>Null when it may be sent; else when it may, and whether only the server's places are full.</returns>
    public Instant? FullUntil(double weight, bool firstTime, Instant now)
    {
        Roll(now);
        Instant? until = null;
        for (int k = 0; k < _windows.Length; k++)
        {
            WindowCount window = _windows[k];
            bool kept = !firstTime && k == _windows.Length - 1;
            double most = kept ? window.Limit * (1 - _plan.Reserve) : window.Limit;
            if (window.FullUntil(weight, most, now) is { } full)
            {
                until = until is { } other ? Instant.Max(other, full) : full;
            }
        }

        (int count, Instant first) = _open.Occupying(now);
        return until ?? (count >= _plan.AtServer ? Instant.Min(first, now + _plan.Linger) : null);
    }

    /// <returns>What to bring back to <see cref="End"/>.</returns>
    public int Send(double weight, Instant now)
    {
        Roll(now);
        foreach (WindowCount window in _windows)
        {
            window.Charge(weight, now);
        }

        return _open.Start(weight);
    }

    /// <param name="request">From <see cref="Send"/>.</param>
    /// <param name="sentAt">When it was sent.</param>
    /// <param name="weight">What it was charged.</param>
    /// <param name="correction">What the server counted beyond that.</param>
    /// <param name="end">How it ended.</param>
    /// <param name="now">The time.</param>
    public void End(
        int request,
        Instant sentAt,
        double weight,
        double correction,
        RequestEnd end,
        Instant now
    )
    {
        Roll(now);
        if (correction != 0)
        {
            foreach (WindowCount window in _windows)
            {
                window.Charge(correction, sentAt);
            }
        }

        if (end == RequestEnd.Abandoned)
        {
            _open.Abandon(request, weight, now, _plan.Linger);
            return;
        }

        // One that is unheard of has ended for us only: a window that begins while it may run is charged for it.
        Instant until = now + (end == RequestEnd.Unheard ? _plan.Linger : _plan.Early);
        _open.End(request, weight + correction, until, occupies: false);
        if (end == RequestEnd.Answered && _plan.Running == 1)
        {
            _open.AllGone(now + _plan.Early);
        }
    }

    public IEnumerable<(BudgetWindow Window, double Remaining)> Remaining(Instant now)
    {
        Roll(now);
        return _windows.Select(window => (window.Window, Math.Max(0, window.Limit - window.Spent(now))));
    }

    public BudgetPace Pace(Instant now)
    {
        Roll(now);
        if (_windows is not [.., { } longest])
        {
            return BudgetPace.Free;
        }

        double spendable = longest.Limit * (1 - _plan.Reserve);
        double left = Math.Max(0, 1 - (longest.SpentInWindow / spendable));
        double time = (longest.End - now) / (longest.End - longest.Start);
        return new BudgetPace(time <= 0 ? double.PositiveInfinity : left / time, longest.End + _plan.Late);
    }

    private void Roll(Instant now)
    {
        foreach (WindowCount window in _windows)
        {
            window.Roll(now, _open.WeightAt);
        }

        _open.Prune(now);
    }

    private void RestoreOpen(IReadOnlyList<SpendingEntry> entries, Instant now)
    {
        foreach (SpendingEntry entry in entries)
        {
            if (entry.Kind == SpendingKind.Abandoned)
            {
                _open.Restore(entry.Weight, entry.At, _plan.Linger);
            }
        }

        // Which of them were unheard of, the ledger does not say; the last ones are orphans, and counted as such.
        foreach (
            SpendingEntry entry in entries
                .Where(entry => entry.Kind == SpendingKind.Sent)
                .SkipLast(_plan.Running)
        )
        {
            _open.RestoreUnheard(entry.Weight, entry.At + _plan.Linger);
        }

        _open.Prune(now);
    }
}
