using System.Diagnostics.Metrics;
using Weather.Providers.Upstream;

namespace Weather.Providers.Budget;

/// <summary>The quotas of the providers that have one.</summary>
internal sealed class UpstreamBudgets
{
    private readonly UpstreamBudget[] _budgets;

    public UpstreamBudgets(IEnumerable<UpstreamBudget> budgets, UpstreamMetrics metrics)
    {
        _budgets = [.. budgets];
        metrics.WatchBudgets(Measure);
    }

    public UpstreamBudget? this[string provider] =>
        Array.Find(_budgets, budget => budget.Provider == provider);

    private IEnumerable<Measurement<double>> Measure() =>
        from budget in _budgets
        from left in budget.Remaining()
        select new Measurement<double>(
            left.Remaining,
            new KeyValuePair<string, object?>("provider", budget.Provider),
            new KeyValuePair<string, object?>("window", Word(left.Window))
        );

    private static string Word(BudgetWindow window) =>
        window switch
        {
            BudgetWindow.Minute => "minute",
            BudgetWindow.Hour => "hour",
            BudgetWindow.Day => "day",
            _ => "month",
        };
}
