using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Weather.Model;
using Weather.Providers.Breakers;
using Weather.Providers.MetNorway;
using Weather.StandIns;
using Xunit;

namespace Weather.Providers.Tests.MetNorway;

/// <summary>M6: our own limit, two requests a second and four at once.</summary>
public sealed class PaceTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));
    private static readonly ForecastRequest Bergen = new(GeoPoint.Create(60.39299, 5.32415));
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task M6_four_go_at_once_and_then_two_a_second()
    {
        var pace = new MetNorwayPace(_time);
        Task<Instant?>[] turns = [.. Enumerable.Range(0, 14).Select(_ => pace.WaitAsync(Cancel))];

        Assert.Equal(4, Done());
        for (int second = 1; second <= 5; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAll(turns.Take(4 + (2 * second)));
            Assert.Equal(4 + (2 * second), Done());
        }

        int Done() => turns.Count(turn => turn.IsCompleted);
    }

    [Fact]
    public async Task M6_whoever_would_wait_longer_than_five_seconds_is_told_when_to_come_again()
    {
        var pace = new MetNorwayPace(_time);
        for (int request = 0; request < 14; request++)
        {
            _ = pace.WaitAsync(Cancel);
        }

        Instant? retryAt = await pace.WaitAsync(Cancel);

        Assert.Equal(Instant.FromUtc(2026, 11, 24, 10, 0, 5) + Duration.FromSeconds(0.5), retryAt);
    }

    [Fact]
    public async Task M6_in_any_minute_at_most_124_requests_are_let_go()
    {
        var pace = new MetNorwayPace(_time);
        int let = 0;
        for (int tenth = 0; tenth < 600; tenth++)
        {
            for (int eager = 0; eager < 3; eager++)
            {
                Task<Instant?> turn = pace.WaitAsync(Cancel);
                let += turn.IsCompleted && await turn is not null ? 0 : 1;
            }

            _time.Advance(TimeSpan.FromSeconds(0.1));
        }

        // Those that wait at the end are let go within the next five seconds.
        Assert.InRange(let, 120, 124 + 10);
    }

    [Fact]
    public async Task Caller_who_is_refused_by_our_own_limit_shuts_MET_for_nobody()
    {
        await using MetNorwayStandIn upstream = await MetNorwayStandIn.StartAsync(_time);
        await using RunningProviders providers = RunningProviders.CreateMetNorway(
            upstream.BaseAddress,
            _time
        );
        MetNorwayPace pace = providers.Services.GetRequiredService<MetNorwayPace>();
        while (await Held(pace) is null) { }

        ProviderResult refused = await providers.Chain.GetAsync(Bergen, Cancel);
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        _time.Advance(TimeSpan.FromSeconds(1));
        Task<ProviderResult> waiting = providers.Chain.GetAsync(Bergen, impatient.Token);
        _time.Advance(TimeSpan.FromSeconds(2));
        await impatient.CancelAsync();
        await waiting;

        Assert.Equal(0, upstream.Calls);
        Assert.NotNull(Assert.IsType<ProviderResult.Refused>(refused).RetryAt);
        Assert.Equal(
            (BreakerPhase.Closed, null),
            providers.Services.GetRequiredService<UpstreamBreakers>()[MetNorwayProvider.ProviderName].Look()
        );

        async Task<Instant?> Held(MetNorwayPace of)
        {
            Task<Instant?> turn = of.WaitAsync(Cancel);
            return turn.IsCompleted ? await turn : null;
        }
    }

    [Fact]
    public async Task Quiet_hour_saves_no_more_than_the_burst()
    {
        var pace = new MetNorwayPace(_time);
        await pace.WaitAsync(Cancel);
        _time.Advance(TimeSpan.FromHours(1));

        Task<Instant?>[] turns = [.. Enumerable.Range(0, 6).Select(_ => pace.WaitAsync(Cancel))];

        Assert.Equal(4, turns.Count(turn => turn.IsCompleted));
    }
}
