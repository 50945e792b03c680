using Weather.Model;
using Weather.Providers.Budget;
using Weather.Providers.Upstream;

namespace Weather.Providers.Air;

/// <summary>
/// Air quality out of the quota of the forecasts: it is counted as it is sent, whatever comes of it (its weight is 1, and so is an
/// error's), and never touches what is kept for places that are asked for the first time. It is asked one question at a time, on a turn of
/// its own: a forecast never waits behind it.
/// </summary>
internal sealed class BudgetedAirProvider(
    IAirQualityProvider air,
    UpstreamBudget budget,
    UpstreamMetrics metrics
) : IAirQualityProvider, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public Attribution Credit => air.Credit;

    public async Task<AirQualityResult> GetAsync(GeoPoint point, CancellationToken cancellationToken)
    {
        try
        {
            await _turn.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return Late();
        }

        try
        {
            return await SpendAsync(cancellationToken) is { } refusal
                ? Spared(refusal)
                : await air.GetAsync(point, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return Late();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <returns>Why not; null when it was counted.</returns>
    private async Task<ProviderResult.Refused?> SpendAsync(CancellationToken cancellationToken)
    {
        if (budget.Refusal(firstTime: false) is { } refusal)
        {
            return refusal;
        }

        using BudgetTurn turn = await budget.WaitAsync(cancellationToken);
        refusal = turn.Spend(firstTime: false);
        if (refusal is null)
        {
            turn.Charge();
            metrics.Spent(budget.Provider, budget.Weight);
        }

        return refusal;
    }

    private static AirQualityResult.Refused Late() =>
        new(RefusalKind.Unreachable, "Its turn at the provider did not come in time.");

    private AirQualityResult.Refused Spared(ProviderResult.Refused refusal)
    {
        metrics.NotAsked(OpenMeteoAirProvider.ClientName, "budget", refusal.Kind);
        return new AirQualityResult.Refused(refusal.Kind, refusal.Detail, refusal.RetryAt);
    }
}
