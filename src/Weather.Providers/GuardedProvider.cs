using Microsoft.Extensions.Logging;
using Weather.Providers.Breakers;
using Weather.Providers.Budget;
using Weather.Providers.Upstream;

namespace Weather.Providers;

/// <summary>
/// A provider behind its breaker and its budget: what it may be asked, it is asked; what is refused here costs nothing. Never throws,
/// whatever the provider does; what came of each question is told to the breaker and the budget.
/// </summary>
internal sealed partial class GuardedProvider(
    IForecastProvider provider,
    Breaker breaker,
    UpstreamBudget? budget,
    UpstreamMetrics metrics,
    TimeProvider time,
    ILogger logger
)
{
    public string Name => provider.Name;

    /// <param name="request">The question.</param>
    /// <param name="patience">An answer that took longer when it was given up counts against the provider; a shorter one lost a race.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<ProviderResult> AskAsync(
        ForecastRequest request,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        if (provider is IStillCurrent current && current.StillCurrent(request) is { } confirmed)
        {
            return confirmed;
        }

        bool firstTime = request.Previous is null;
        if (Spared(breaker.Peek()) is { } open)
        {
            return open;
        }

        if (budget is null)
        {
            return await AskNowAsync(request, null, patience, cancellationToken);
        }

        if (budget.Refusal(firstTime) is { } refusal)
        {
            return Spared(refusal);
        }

        try
        {
            using BudgetTurn turn = await budget.WaitAsync(cancellationToken);
            return await AskNowAsync(request, turn, patience, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return Spared(
                new ProviderResult.Refused(
                    RefusalKind.OverQuota,
                    "Its turn at the provider did not come in time."
                )
            );
        }
    }

    private async Task<ProviderResult> AskNowAsync(
        ForecastRequest request,
        BudgetTurn? turn,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        BreakerPass pass = breaker.Enter();
        if (Spared(pass) is { } open)
        {
            return open;
        }

        if (turn?.Spend(request.Previous is null) is { } refusal)
        {
            breaker.Tell(new BreakerEvent.Withdrawn(pass.Probe));
            return Spared(refusal);
        }

        if (turn is not null)
        {
            metrics.Spent(Name, budget!.Weight);
        }

        long started = time.GetTimestamp();
        ProviderResult result = await CallAsync(request, cancellationToken);
        bool givenUp = cancellationToken.IsCancellationRequested && result is not ProviderResult.Success;
        if (!givenUp)
        {
            turn?.Settle(result);
        }

        metrics.Answered(Name, result);
        breaker.Tell(
            givenUp && time.GetElapsedTime(started) < patience
                ? new BreakerEvent.Withdrawn(pass.Probe)
                : Heard(result, pass)
        );
        return result;
    }

    private async Task<ProviderResult> CallAsync(ForecastRequest request, CancellationToken cancellationToken)
    {
        try
        {
            ProviderResult result = await provider.GetAsync(request, cancellationToken);
            if (result is ProviderResult.Refused { Kind: RefusalKind.ContractBroken } broken)
            {
                LogContractBroken(Name, broken.Detail);
            }

            return result;
        }
        catch (OperationCanceledException)
        {
            return new ProviderResult.Refused(RefusalKind.Unreachable, "No answer came in time.");
        }
#pragma warning disable CA1031 // A bug in one provider must not take the others with it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogThrew(exception, Name);
            return new ProviderResult.Refused(RefusalKind.ContractBroken, "The provider's code failed.");
        }
    }

    private static BreakerEvent Heard(ProviderResult result, BreakerPass pass) =>
        result is ProviderResult.Refused refused
            ? new BreakerEvent.Failed(pass.Probe, refused.Kind, refused.RetryAt)
            : new BreakerEvent.Succeeded(pass.Probe);

    private ProviderResult.Refused? Spared(BreakerPass pass)
    {
        if (pass.Allowed)
        {
            return null;
        }

        RefusalKind reason = pass.Reason ?? RefusalKind.Failing;
        metrics.NotAsked(Name, "breaker", reason);
        return new ProviderResult.Refused(reason, $"{Name} is not asked for now.", pass.Until);
    }

    private ProviderResult.Refused Spared(ProviderResult.Refused refusal)
    {
        metrics.NotAsked(Name, "budget", refusal.Kind);
        return refusal;
    }

    [LoggerMessage(3401, LogLevel.Error, "{Provider}: our request is wrong for it. {Detail}")]
    private partial void LogContractBroken(string provider, string detail);

    [LoggerMessage(3402, LogLevel.Error, "{Provider}: a bug in our code")]
    private partial void LogThrew(Exception exception, string provider);
}
