using Microsoft.Extensions.Time.Testing;
using Weather.Model;
using Xunit;

namespace Weather.Providers.Tests.Sample;

/// <summary>Made-up weather: plausible, the same every time, marked, and only where nothing real answers.</summary>
public sealed class SampleProviderTests
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:1/");
    private static readonly FakeTimeProvider Time = new(
        new DateTimeOffset(2026, 11, 24, 10, 30, 0, TimeSpan.Zero)
    );
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stands_in_when_nothing_real_answers_in_Development()
    {
        await using RunningProviders providers = RunningProviders.Create(Nowhere, Time, development: true);

        ProviderResult result = await providers.Chain.GetAsync(Request(31.6, -8), Cancel);

        Assert.True(Assert.IsType<ProviderResult.Success>(result).Forecast.Source.IsSample);
    }

    [Fact]
    public async Task Is_not_there_outside_Development()
    {
        await using RunningProviders providers = RunningProviders.Create(
            Nowhere,
            Time,
            development: false,
            ("Weather:Providers:Sample:Enabled", "true")
        );

        ProviderResult result = await providers.Chain.GetAsync(Request(31.6, -8), Cancel);

        Assert.Equal(RefusalKind.Unreachable, Assert.IsType<ProviderResult.Refused>(result).Kind);
    }

    [Theory]
    [InlineData(31.6, -8)]
    [InlineData(-54.8, -68.3)]
    [InlineData(69.6, 18.9)]
    [InlineData(0, 180)]
    [InlineData(90, 0)]
    public async Task Is_plausible_and_the_same_every_time(double latitude, double longitude)
    {
        await using RunningProviders providers = RunningProviders.Create(Nowhere, Time, development: true);

        Forecast one = await SampleAsync(providers, latitude, longitude);
        Forecast two = await SampleAsync(providers, latitude, longitude);

        Assert.Equal(one.Hours, two.Hours);
        Assert.Equal(14 * 24, one.Hours.Count);
        Assert.All(
            one.Hours,
            hour =>
            {
                Assert.InRange(hour.Temperature!.Value, -60, 50);
                Assert.InRange(hour.Humidity!.Value, 0, 100);
                Assert.InRange(hour.WindDirection!.Value, 0, 360);
                Assert.InRange(hour.UvIndex!.Value, 0, 20);
                Assert.NotNull(hour.Condition);
            }
        );
        Assert.True(one.Hours.Select(hour => hour.Condition!.Value.Kind).Distinct().Count() > 1);
    }

    private static async Task<Forecast> SampleAsync(
        RunningProviders providers,
        double latitude,
        double longitude
    ) =>
        Assert
            .IsType<ProviderResult.Success>(
                await providers["sample"].GetAsync(Request(latitude, longitude), Cancel)
            )
            .Forecast;

    private static ForecastRequest Request(double latitude, double longitude) =>
        new(GeoPoint.Create(latitude, longitude));
}
