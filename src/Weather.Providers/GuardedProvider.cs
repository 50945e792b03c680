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
    private readonly CarefulCall _careful = new(provider.Name, logger);

    public string Name => provider.Name;

    /// <param name="request">The question.</param>
    /// <param name="patience">An answer that took longer when it was given up counts against the provider; a shorter one lost a race.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public Task<ProviderResult> AskAsync(
        ForecastRequest request,
        TimeSpan patience,
        CancellationToken cancellationToken
    ) => _careful.RunAsync(() => AskInTurnAsync(request, patience, cancellationToken));

    private async Task<ProviderResult> AskInTurnAsync(
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
                {
                    NotAsked = true,
                }
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
            breaker.Tell(Heard(refusal, pass));
            return Spared(refusal);
        }

        if (turn is not null)
        {
            metrics.Spent(Name, budget!.Weight);
        }

        long started = time.GetTimestamp();
        ProviderResult result = await _careful.RunAsync(() => provider.GetAsync(request, cancellationToken));
        if (result is ProviderResult.Refused { NotAsked: true } held)
        {
            breaker.Tell(Heard(held, pass));
            return Spared(held, "pace");
        }

        if (result is ProviderResult.Refused { Kind: RefusalKind.ContractBroken } broken)
        {
            LogContractBroken(Name, broken.Detail);
        }

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

    private static BreakerEvent Heard(ProviderResult result, BreakerPass pass) =>
        result switch
        {
            ProviderResult.Refused { NotAsked: true } => new BreakerEvent.Withdrawn(pass.Probe),
            ProviderResult.Refused refused => new BreakerEvent.Failed(
                pass.Probe,
                refused.Kind,
                refused.RetryAt
            ),
            _ => new BreakerEvent.Succeeded(pass.Probe),
        };

    private ProviderResult.Refused? Spared(BreakerPass pass)
    {
        if (pass.Allowed)
        {
            return null;
        }

        RefusalKind reason = pass.Reason ?? RefusalKind.Failing;
        metrics.NotAsked(Name, "breaker", reason);
        return new ProviderResult.Refused(reason, $"{Name} is not asked for now.", pass.Until)
        {
            NotAsked = true,
        };
    }

    private ProviderResult.Refused Spared(ProviderResult.Refused refusal, string by = "budget")
    {
        metrics.NotAsked(Name, by, refusal.Kind);
        return refusal;
    }

    [LoggerMessage(3401, LogLevel.Error, "{Provider}: our request is wrong for it. {Detail}")]
    private partial void LogContractBroken(string provider, string detail);
}
