using NodaTime;

namespace Weather.Providers.Budget;

/// <summary>One question's turn at a provider. Ends when disposed; what was spent and not settled by then counts as given up.</summary>
internal sealed class BudgetTurn(UpstreamBudget budget) : IDisposable
{
    private int _request;
    private Instant _sentAt;
    private bool _spent;

    /// <summary>Records the spending; the request is sent right after.</summary>
    /// <param name="firstTime">Whether the place was never asked for before: such a question may use the reserve.</param>
    /// <returns>Why not; null when it was recorded.</returns>
    public ProviderResult.Refused? Spend(bool firstTime)
    {
        ProviderResult.Refused? refusal = budget.TrySpend(firstTime, out _request, out _sentAt);
        _spent = refusal is null;
        return refusal;
    }

    /// <summary>What the answer cost: its weight, or 1 when it was an error. Silence may still cost the weight later.</summary>
    public void Settle(ProviderResult result)
    {
        if (!_spent)
        {
            return;
        }

        _spent = false;
        RefusalKind? refused = (result as ProviderResult.Refused)?.Kind;
        bool error =
            refused
            is RefusalKind.Failing
                or RefusalKind.NotCovered
                or RefusalKind.OverQuota
                or RefusalKind.Forbidden
                or RefusalKind.ContractBroken;
        budget.End(_request, _sentAt, error ? 1 : budget.Weight, refused == RefusalKind.Unreachable);
    }

    /// <summary>
    /// It costs its weight whatever comes of it, and goes another way than the questions of this line: that it ends the turn says
    /// nothing about those that the server may still be working on.
    /// </summary>
    public void Charge()
    {
        if (_spent)
        {
            _spent = false;
            budget.EndUnheard(_request, _sentAt);
        }
    }

    public void Dispose()
    {
        if (_spent)
        {
            _spent = false;
            budget.End(_request, _sentAt, budget.Weight, silent: true);
        }

        budget.Leave();
    }
}
