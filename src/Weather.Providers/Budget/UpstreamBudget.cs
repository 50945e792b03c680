using NodaTime;

namespace Weather.Providers.Budget;

/// <summary>
/// The quota of one provider: who may ask now, and who not before when. Asks for a turn (one at a time, in order), then for the
/// weight; what is spent is in the ledger before the request is sent. Refusals cost nothing.
/// </summary>
internal sealed class UpstreamBudget : IDisposable
{
    private static readonly Duration AtOnce = Duration.FromSeconds(1);
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _line;
    private readonly SpendingLedger _ledger;
    private readonly Spending _spending;
    private readonly TimeProvider _time;
    private readonly BudgetPlan _plan;
    private Instant _compactAt;
    private int _waiting;

    /// <param name="provider">Whose quota.</param>
    /// <param name="plan">What it allows.</param>
    /// <param name="weight">What one question costs, by the provider's own formula.</param>
    /// <param name="ledger">Where the spending outlives the process.</param>
    /// <param name="time">The clock.</param>
    public UpstreamBudget(
        string provider,
        BudgetPlan plan,
        double weight,
        SpendingLedger ledger,
        TimeProvider time
    )
    {
        Provider = provider;
        Weight = weight;
        _plan = plan;
        _ledger = ledger;
        _time = time;
        _line = new SemaphoreSlim(plan.Running);
        Instant now = Now;
        IReadOnlyList<SpendingEntry> entries = Compact(now);
        SpendingEntry[] orphans = [.. Spending.Orphans(entries, plan, now)];
        Array.ForEach(orphans, ledger.Append);
        _spending = new Spending(plan, [.. entries, .. orphans], now);
    }

    public string Provider { get; }

    public double Weight { get; }

    private Instant Now => Instant.FromDateTimeOffset(_time.GetUtcNow());

    /// <returns>Why a question would be refused now; null when it may wait for its turn.</returns>
    public ProviderResult.Refused? Refusal(bool firstTime)
    {
        lock (_lock)
        {
            Instant now = Now;
            return _spending.FullUntil(Weight, firstTime, now) is { } until ? BudgetRefusals.UsedUp(until)
                : _waiting >= _plan.Waiting ? BudgetRefusals.Crowded(now)
                : null;
        }
    }

    /// <summary>Waits until it is this question's turn. Dispose what comes back.</summary>
    /// <exception cref="OperationCanceledException">The asker did not wait so long; nothing was spent.</exception>
    public async ValueTask<BudgetTurn> WaitAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _line.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }

        // A turn can come just as its asker leaves: it goes to the next, unspent.
        if (cancellationToken.IsCancellationRequested)
        {
            Leave();
            cancellationToken.ThrowIfCancellationRequested();
        }

        return new BudgetTurn(this);
    }

    public (BudgetWindow Window, double Remaining)[] Remaining()
    {
        lock (_lock)
        {
            return [.. _spending.Remaining(Now)];
        }
    }

    public BudgetPace Pace()
    {
        lock (_lock)
        {
            return _spending.Pace(Now);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _ledger.Dispose();
        }

        _line.Dispose();
    }

    internal ProviderResult.Refused? TrySpend(bool firstTime, out int request, out Instant sentAt)
    {
        lock (_lock)
        {
            sentAt = Now;
            request = 0;
            if (_spending.FullUntil(Weight, firstTime, sentAt) is { } until)
            {
                return BudgetRefusals.UsedUp(until);
            }

            if (sentAt >= _compactAt)
            {
                Compact(sentAt);
            }

            request = _spending.Send(Weight, sentAt);
            _ledger.Append(new SpendingEntry(sentAt, Weight, SpendingKind.Sent));
            return null;
        }
    }

    /// <param name="request">From <see cref="TrySpend"/>.</param>
    /// <param name="sentAt">From there too.</param>
    /// <param name="cost">What the server counted.</param>
    /// <param name="silent">No answer came: unless the connection failed at once, the server may still be working on it.</param>
    internal void End(int request, Instant sentAt, double cost, bool silent)
    {
        lock (_lock)
        {
            Instant now = Now;
            double correction = cost - Weight;
            RequestEnd end =
                !silent ? RequestEnd.Answered
                : now - sentAt < AtOnce ? RequestEnd.Failed
                : RequestEnd.Abandoned;
            _spending.End(request, sentAt, Weight, correction, end, now);
            if (correction != 0)
            {
                _ledger.Append(new SpendingEntry(sentAt, correction, SpendingKind.Corrected));
            }

            if (end == RequestEnd.Abandoned)
            {
                _ledger.Append(new SpendingEntry(now, Weight, SpendingKind.Abandoned));
            }
        }
    }

    /// <summary>It stays charged; how and when it ends is not told here.</summary>
    /// <param name="request">From <see cref="TrySpend"/>.</param>
    /// <param name="sentAt">From there too.</param>
    internal void EndUnheard(int request, Instant sentAt)
    {
        lock (_lock)
        {
            _spending.End(request, sentAt, Weight, correction: 0, RequestEnd.Unheard, Now);
        }
    }

    internal void Leave() => _line.Release();

    private IReadOnlyList<SpendingEntry> Compact(Instant now)
    {
        Instant start = _plan.Limits.Count == 0 ? now : _plan.Limits[^1].Window.At(now).Start;
        _compactAt = now + Duration.FromDays(1);
        // What was sent shortly before a window begins may still be counted in it.
        return _ledger.Open(start - Duration.FromHours(2));
    }
}
