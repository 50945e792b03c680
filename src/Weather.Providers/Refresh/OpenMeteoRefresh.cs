using NodaTime;
using Weather.Model;
using Weather.Providers.Budget;

namespace Weather.Providers.Refresh;

/// <summary>How long Open-Meteo's answers count as fresh; they do not say it themselves.</summary>
internal sealed class OpenMeteoRefresh(
    ModelRunWatch watch,
    UpstreamBudget? budget,
    RefreshOptions options,
    Func<double> roll
)
{
    public Duration FreshFor(ForecastRequest request, Instant now) =>
        RefreshRules.FreshFor(
            watch.At(request.Point),
            budget?.Pace() ?? BudgetPace.Free,
            Unwanted(request, now),
            roll(),
            now,
            options
        );

    /// <returns>The previous forecast with a later expiry, when no watched model has had a run since; its age stays what it is.</returns>
    public Forecast? StillCurrent(ForecastRequest request, string provider, Instant now) =>
        request.Previous is { } previous
        && previous.Source.Provider == provider
        && RefreshRules.StillCurrentUntil(watch.At(request.Point), previous.Source.FetchedAt, now, options)
            is { } until
            ? previous with
            {
                Source = previous.Source with { ExpiresAt = until },
            }
            : null;

    /// <summary>When nobody says when a place was last wanted, how long it stayed expired tells: popular ones are fetched at once.</summary>
    private static Duration Unwanted(ForecastRequest request, Instant now)
    {
        Instant wanted = request.LastAsked ?? request.Previous?.Source.ExpiresAt ?? now;
        return Duration.Max(Duration.Zero, now - wanted);
    }
}
