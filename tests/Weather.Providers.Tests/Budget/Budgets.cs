using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Weather.Providers.Budget;

namespace Weather.Providers.Tests.Budget;

internal static class Budgets
{
    public static UpstreamBudget Make(
        TimeProvider time,
        BudgetPlan? plan = null,
        string? ledger = null,
        double weight = 1,
        string provider = "first"
    ) =>
        new(provider, plan ?? BudgetPlan.Free, weight, new SpendingLedger(ledger, NullLogger.Instance), time);

    public static BudgetPlan Plan(params (BudgetWindow Window, double Limit)[] limits) =>
        BudgetPlan.Free with
        {
            Limits = limits,
        };

    /// <summary>Asks so often, each answered at once; stops at the first refusal.</summary>
    public static async Task<(int Sent, Instant? RetryAt)> SpendAsync(
        this UpstreamBudget budget,
        int times,
        bool firstTime = true,
        ProviderResult.Refused? answer = null
    )
    {
        for (int sent = 0; sent < times; sent++)
        {
            if (budget.Refusal(firstTime) is { } refused)
            {
                return (sent, refused.RetryAt);
            }

            using BudgetTurn turn = await budget.WaitAsync(CancellationToken.None);
            if (turn.Spend(firstTime) is { } late)
            {
                return (sent, late.RetryAt);
            }

            turn.Settle(answer ?? new ProviderResult.Refused(RefusalKind.Poisoned, "Costs its weight."));
        }

        return (times, null);
    }

    public static double Left(this UpstreamBudget budget, BudgetWindow window) =>
        budget.Remaining().Single(left => left.Window == window).Remaining;
}
