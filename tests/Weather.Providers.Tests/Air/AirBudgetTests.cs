using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Weather.Providers.Air;
using Weather.Providers.Budget;
using Weather.Providers.OpenMeteo;
using Weather.StandIns;
using Xunit;

namespace Weather.Providers.Tests.Air;

/// <summary>Air quality spends of the forecasts' quota, and never stands in a forecast's way.</summary>
public sealed class AirBudgetTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Air_is_counted_and_leaves_the_reserve_to_new_places()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningProviders providers = RunningProviders.Create(
            upstream.BaseAddress,
            settings: ("Weather:Providers:OpenMeteo:Limits:Day", "10")
        );

        var results = new List<AirQualityResult>();
        for (int k = 0; k < 12; k++)
        {
            results.Add(await providers.Air.GetAsync(AirReading.MarrakechPoint, Cancel));
        }

        ProviderResult forecast = await providers.Chain.GetAsync(
            new ForecastRequest(AirReading.MarrakechPoint),
            Cancel
        );

        Assert.Equal(9, upstream.Air.Calls);
        Assert.Equal(RefusalKind.OverQuota, Assert.IsType<AirQualityResult.Refused>(results[^1]).Kind);
        Assert.IsType<ProviderResult.Success>(forecast);
    }

    [Fact]
    public async Task Answer_about_the_air_does_not_free_the_places_of_forecasts_that_hang()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 10, 30, 20, TimeSpan.Zero));
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync(time);
        await using RunningProviders providers = RunningProviders.Create(upstream.BaseAddress, time);
        UpstreamBudget budget = providers.Services.GetRequiredService<UpstreamBudgets>()[
            OpenMeteoProvider.ProviderName
        ]!;
        for (int k = 0; k < 5; k++)
        {
            if (k == 4)
            {
                Assert.IsType<AirQualityResult.Success>(
                    await providers.Air.GetAsync(AirReading.MarrakechPoint, Cancel)
                );
            }

            using BudgetTurn hanging = await budget.WaitAsync(Cancel);
            Assert.Null(hanging.Spend(firstTime: true));
            time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.NotNull(budget.Refusal(firstTime: true));
    }

    [Fact]
    public async Task Forecast_does_not_wait_behind_an_answer_about_the_air()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningProviders providers = RunningProviders.Create(upstream.BaseAddress);
        Task arrived = upstream.Air.HoldNext();
        Task<AirQualityResult> air = providers.Air.GetAsync(AirReading.MarrakechPoint, Cancel);
        await arrived;

        ProviderResult forecast = await providers.Chain.GetAsync(
            new ForecastRequest(AirReading.MarrakechPoint),
            Cancel
        );

        Assert.IsType<ProviderResult.Success>(forecast);
        Assert.False(air.IsCompleted);
        upstream.Air.Release();
        Assert.IsType<AirQualityResult.Success>(await air);
    }
}
