using System.Net;
using NodaTime;
using Refit;
using Weather.Model;

namespace Weather.Providers.Refresh;

/// <summary>
/// The newest run of each watched model. Asks when somebody wants to know and the last look is old enough, in the background: what is
/// known now is the answer now, and a dead metadata host costs nobody anything.
/// </summary>
internal sealed class ModelRunWatch(IOpenMeteoMetadataApi api, RefreshOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ModelRun> _runs = new(StringComparer.Ordinal);
    private Instant _lookedAt = Instant.MinValue;

    /// <summary>The look that is under way, or the last one.</summary>
    internal Task Looking { get; private set; } = Task.CompletedTask;

    /// <returns>Those that cover the place; empty when the metadata are unknown or too old to mean anything.</returns>
    public IReadOnlyList<ModelRun> At(GeoPoint point)
    {
        Instant now = Instant.FromDateTimeOffset(time.GetUtcNow());
        lock (_lock)
        {
            if (options.Models.Count > 0 && now - _lookedAt >= options.PollEvery && Looking.IsCompleted)
            {
                _lookedAt = now;
                // Not the visitor's context: the look belongs to nobody's request or trace.
                using (ExecutionContext.SuppressFlow())
                {
                    Looking = LookAsync();
                }
            }

            return [.. _runs.Values.Where(run => ModelCoverage.Covers(run.Model, point) && !run.IsDead(now))];
        }
    }

    private async Task LookAsync()
    {
        foreach (string model in options.Models)
        {
            ModelRun? run = await ReadAsync(model);
            lock (_lock)
            {
                if (run is not null)
                {
                    _runs[model] = run;
                }
            }
        }
    }

    private async Task<ModelRun?> ReadAsync(string model)
    {
        try
        {
            using HttpResponseMessage answer = await api.GetModelAsync(model, CancellationToken.None);
            return answer.StatusCode == HttpStatusCode.OK
                ? ModelRunReader.Read(
                    model,
                    await answer.Content.ReadAsByteArrayAsync(CancellationToken.None),
                    Instant.FromDateTimeOffset(time.GetUtcNow())
                )
                : null;
        }
        catch (Exception exception)
            when (exception
                    is ApiRequestException
                        or HttpRequestException
                        or IOException
                        or OperationCanceledException
            )
        {
            return null;
        }
    }
}
