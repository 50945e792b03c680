using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Weather.Model;
using Weather.StandIns;
using Xunit;

namespace Weather.Providers.Tests.MetNorway;

/// <summary>M2: nothing is asked before Expires.</summary>
public sealed class ExpiryTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 10, 11, 30, TimeSpan.Zero);
    private static readonly GeoPoint Bergen = GeoPoint.Create(60.39299, 5.32415);
    private readonly FakeTimeProvider _time = new(Start);
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task M2_nothing_is_asked_before_Expires()
    {
        await using MetNorwayStandIn upstream = await MetNorwayStandIn.StartAsync(_time);
        await using RunningProviders providers = RunningProviders.CreateMetNorway(
            upstream.BaseAddress,
            _time
        );
        Forecast first = await GetAsync(providers, previous: null);
        Assert.True(first.Source.ExpiresAt >= Now() + Duration.FromSeconds((30 * 60) + 22));

        while (Now() < first.Source.ExpiresAt)
        {
            Assert.Same(first, await GetAsync(providers, first));
            _time.Advance(TimeSpan.FromSeconds(20));
        }

        Assert.Equal(1, upstream.Calls);
        await GetAsync(providers, first);
        Assert.Equal(2, upstream.Calls);
    }

    [Fact]
    public async Task M2_nothing_is_asked_before_Expires_after_a_restart()
    {
        await using MetNorwayStandIn upstream = await MetNorwayStandIn.StartAsync(_time);
        await using RunningProviders before = RunningProviders.CreateMetNorway(upstream.BaseAddress, _time);
        Forecast first = await GetAsync(before, previous: null);

        await using RunningProviders after = RunningProviders.CreateMetNorway(upstream.BaseAddress, _time);
        await GetAsync(after, first);

        Assert.Equal(1, upstream.Calls);
    }

    [Fact]
    public async Task Clock_that_was_set_back_does_not_freeze_a_forecast()
    {
        await using MetNorwayStandIn upstream = await MetNorwayStandIn.StartAsync(_time);
        await using RunningProviders providers = RunningProviders.CreateMetNorway(
            upstream.BaseAddress,
            _time
        );
        Forecast first = await GetAsync(providers, previous: null);
        Instant nextYear = first.Source.ExpiresAt + Duration.FromDays(365);

        await GetAsync(providers, first with { Source = first.Source with { ExpiresAt = nextYear } });

        Assert.Equal(2, upstream.Calls);
    }

    private Instant Now() => Instant.FromDateTimeOffset(_time.GetUtcNow());

    private static async Task<Forecast> GetAsync(RunningProviders providers, Forecast? previous) =>
        Assert
            .IsType<ProviderResult.Success>(
                await providers["met-norway"]
                    .GetAsync(new ForecastRequest(Bergen, Previous: previous), Cancel)
            )
            .Forecast;
}
