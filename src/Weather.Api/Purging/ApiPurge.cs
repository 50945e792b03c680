using Microsoft.Extensions.Logging;
using Weather.Api.Air;
using Weather.Api.Alerts;
using Weather.Model;
using Weather.Places;
using Weather.ServiceDefaults.Purging;

namespace Weather.Api.Purging;

/// <summary>What a purge means for values: all of them by the epoch, or what is stored for one place.</summary>
internal sealed partial class ApiPurge(
    IGazetteer gazetteer,
    ForecastPurge forecasts,
    AirCache air,
    AlertCache alerts,
    CacheEpoch epoch,
    ILogger<ApiPurge> logger
)
{
    private const string Node = "api";

    public async Task<NodeResult> PurgeAsync(Purge purge, CancellationToken cancellationToken)
    {
        try
        {
            if (purge.Place is { } id)
            {
                int removed = gazetteer.Find(id) is { } place
                    ? await ForgetAsync(place, cancellationToken)
                    : 0;
                LogPlace(id, removed);
                return new NodeResult(Node, Ok: true, removed);
            }

            await epoch.RaiseAsync(purge.Instant, cancellationToken);
            LogAll();
            return new NodeResult(Node, Ok: true);
        }
#pragma warning disable CA1031 // Whatever the second level's client throws, the operator must read it in the answer.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(exception.GetType().Name);
            return NodeResult.Failed(
                Node,
                "The memory of this node has forgotten; the second level (Redis, or the state directory) did not answer."
            );
        }
    }

    /// <summary>Each of them, also when another one fails.</summary>
    private async Task<int> ForgetAsync(Place place, CancellationToken cancellationToken)
    {
        bool[] removed = await Task.WhenAll(
            forecasts.ForgetAsync(place, cancellationToken),
            air.ForgetAsync(place, cancellationToken),
            alerts.ForgetAsync(place.CountryCode, cancellationToken)
        );
        return removed.Count(one => one);
    }

    [LoggerMessage(231, LogLevel.Information, "Purged place {Place}: {Removed} values were stored")]
    private partial void LogPlace(long place, int removed);

    [LoggerMessage(232, LogLevel.Information, "Purged all values")]
    private partial void LogAll();

    [LoggerMessage(233, LogLevel.Error, "A purge did not reach the second level: {Error}")]
    private partial void LogFailed(string error);
}
