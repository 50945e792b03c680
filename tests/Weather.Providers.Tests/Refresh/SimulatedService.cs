using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Weather.Model;
using Weather.Providers.Breakers;
using Weather.Providers.Budget;
using Weather.Providers.OpenMeteo;
using Weather.Providers.Refresh;
using Weather.Providers.Tests.Budget;
using Weather.Providers.Tests.Chain;

namespace Weather.Providers.Tests.Refresh;

/// <summary>
/// The providers as the service has them (chain, breaker, budget, refresh, Open-Meteo's reader) under a cache that does what the API's
/// does, in fake time.
/// </summary>
internal sealed class SimulatedService : IDisposable
{
    /// <summary>Of the API's cache: after a refusal the old forecast is served so long before the next try.</summary>
    private static readonly Duration RetryStale = Duration.FromSeconds(30);
    private const double JitterSeconds = 60;

    private readonly FakeTimeProvider _time;
    private readonly ChainUnderTest _metrics = new();
    private readonly UpstreamBudget _budget;
    private readonly ProviderChain _chain;
    private readonly Random _random;

    public SimulatedService(FakeTimeProvider time, Random random, RefreshOptions options)
    {
        _time = time;
        _random = random;
        Upstream = new SimulatedUpstream(time);
        _budget = Budgets.Make(time, provider: OpenMeteoProvider.ProviderName);
        var refresh = new OpenMeteoRefresh(
            new ModelRunWatch(Upstream, options, time),
            _budget,
            options,
            random.NextDouble
        );
        _chain = new ProviderChain(
            [
                new GuardedProvider(
                    new OpenMeteoProvider(Upstream, refresh, time),
                    new Breaker(OpenMeteoProvider.ProviderName, new BreakerOptions(), time, () => 0),
                    _budget,
                    _metrics.Metrics,
                    time,
                    _metrics.Log
                ),
            ],
            new ChainOptions(),
            time
        );
    }

    public SimulatedUpstream Upstream { get; }

    public async Task ViewAsync(SimulatedCity city, SimulatedDay day)
    {
        var now = Instant.FromDateTimeOffset(_time.GetUtcNow());
        if (now >= city.AskAgainAt)
        {
            await FetchAsync(city, day, now);
        }

        city.LastAsked = now;
        day.LeastLeft = Math.Min(day.LeastLeft, _budget.Left(BudgetWindow.Day));
        if (city.Forecast is { } forecast)
        {
            day.AgesInHours.Add((now - forecast.Source.FetchedAt).TotalHours);
        }
        else
        {
            day.Nothing++;
        }
    }

    public void Dispose()
    {
        _budget.Dispose();
        _metrics.Dispose();
    }

    private async Task FetchAsync(SimulatedCity city, SimulatedDay day, Instant now)
    {
        int before = Upstream.Answered;
        Forecast? last = city.Forecast;
        ProviderResult result = await _chain.GetAsync(
            new ForecastRequest(city.Point, Previous: last, LastAsked: city.LastAsked),
            CancellationToken.None
        );
        int fetched = Upstream.Answered - before;
        day.Fetched += fetched;
        day.Weight += fetched * OpenMeteoProvider.Weight;
        if (result is ProviderResult.Success success)
        {
            city.Forecast = success.Forecast;
            city.AskAgainAt =
                success.Forecast.Source.ExpiresAt
                + Duration.FromSeconds(_random.NextDouble() * JitterSeconds);
            day.Confirmed += fetched == 0 ? 1 : 0;
            day.FirstTimes += last is null ? 1 : 0;
        }
        else
        {
            city.AskAgainAt = now + RetryStale;
            day.RefusedRefreshes += last is null ? 0 : 1;
        }
    }
}
