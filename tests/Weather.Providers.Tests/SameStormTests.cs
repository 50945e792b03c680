using Microsoft.Extensions.Time.Testing;
using Weather.Model;
using Weather.StandIns;
using Xunit;

namespace Weather.Providers.Tests;

/// <summary>
/// Providers mean different hours by the same label. One synthetic storm, told by stand-ins that speak each protocol, must be one storm.
/// </summary>
public sealed class SameStormTests
{
    /// <summary>On the centre of an Open-Meteo cell, so that both tell of the same point.</summary>
    private static readonly GeoPoint Point = GeoPoint.Create(4.0, 9.75);
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Same_storm_lands_in_the_same_hour_whoever_tells_of_it()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 10, 11, 30, TimeSpan.Zero));
        await using OpenMeteoStandIn openMeteo = await OpenMeteoStandIn.StartAsync(time);
        await using MetNorwayStandIn metNorway = await MetNorwayStandIn.StartAsync(time);
        await using RunningProviders providers = RunningProviders.Create(
            openMeteo.BaseAddress,
            time,
            settings:
            [
                ("Weather:Operator:Contact", "ops@news.example"),
                ("Weather:Providers:MetNorway:BaseAddress", metNorway.BaseAddress.ToString()),
            ]
        );

        Forecast one = await GetAsync(providers["open-meteo"]);
        Forecast other = await GetAsync(providers["met-norway"]);

        int shift = (int)(other.Start - one.Start).TotalHours;
        (Hour One, Hour Other)[] hours =
        [
            .. Enumerable.Range(0, 54).Select(hour => (one.Hours[shift + hour], other.Hours[hour])),
        ];
        Assert.All(
            hours,
            hour =>
            {
                Assert.Equal(hour.One.Precipitation!.Value, hour.Other.Precipitation!.Value, 0.11);
                Assert.Equal(hour.One.Temperature!.Value, hour.Other.Temperature!.Value, 0.11);
                Assert.Equal(hour.One.WindSpeed!.Value, hour.Other.WindSpeed!.Value, 0.11);
                Assert.Equal(hour.One.WindGust!.Value, hour.Other.WindGust!.Value, 0.11);
                Assert.Equal(Thunders(hour.One), Thunders(hour.Other));
            }
        );
        int[] stormy = [.. Enumerable.Range(0, 54).Where(hour => Thunders(hours[hour].One))];
        Assert.NotEmpty(stormy);
        Assert.True(stormy.Length < 40, "There must be hours without the storm, or a shift would not show.");
    }

    [Fact]
    public async Task Same_rain_falls_in_the_same_six_hours_behind_the_hourly_part()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 10, 11, 30, TimeSpan.Zero));
        await using OpenMeteoStandIn openMeteo = await OpenMeteoStandIn.StartAsync(time);
        await using MetNorwayStandIn metNorway = await MetNorwayStandIn.StartAsync(time);
        await using RunningProviders alone = RunningProviders.CreateMetNorway(metNorway.BaseAddress, time);
        await using RunningProviders providers = RunningProviders.Create(openMeteo.BaseAddress, time);

        Forecast one = await GetAsync(providers["open-meteo"]);
        Forecast other = await GetAsync(alone["met-norway"]);

        int shift = (int)(other.Start - one.Start).TotalHours;
        int[] steps =
        [
            .. Enumerable
                .Range(0, other.Hours.Count - 6)
                .Where(hour => other.Hours[hour].Step is { Index: 0 }),
        ];
        Assert.True(steps.Length > 20);
        Assert.All(
            steps,
            step =>
            {
                Hour[] hourly = [.. one.Hours.Skip(shift + step).Take(6)];
                Hour[] spread = [.. other.Hours.Skip(step).Take(6)];
                Assert.Equal(
                    hourly.Sum(hour => hour.Precipitation)!.Value,
                    spread.Sum(hour => hour.Precipitation)!.Value,
                    0.5
                );
                Assert.All(
                    hourly,
                    hour =>
                        Assert.InRange(
                            hour.Temperature!.Value,
                            spread[0].TemperatureMinimum!.Value - 0.11,
                            spread[0].TemperatureMaximum!.Value + 0.11
                        )
                );
            }
        );
    }

    private static bool Thunders(Hour hour) => hour.Condition!.Value.Flags.HasFlag(ConditionFlags.Thunder);

    private static async Task<Forecast> GetAsync(IForecastProvider provider) =>
        Assert
            .IsType<ProviderResult.Success>(await provider.GetAsync(new ForecastRequest(Point), Cancel))
            .Forecast;
}
