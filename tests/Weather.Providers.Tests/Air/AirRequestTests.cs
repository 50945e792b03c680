using System.Web;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Weather.Model;
using Weather.Providers.Air;
using Weather.StandIns;
using Xunit;

namespace Weather.Providers.Tests.Air;

/// <summary>What is asked about the air, of whom, and what a recorded answer gives.</summary>
public sealed class AirRequestTests
{
    private const string FreeAirHost = "https://air-quality-api.open-meteo.com/";
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_call_asks_for_three_variables_in_UTC_and_weighs_one()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningProviders providers = RunningProviders.Create(upstream.BaseAddress);

        AirQualityResult result = await providers.Air.GetAsync(AirReading.MarrakechPoint, Cancel);

        Assert.IsType<AirQualityResult.Success>(result);
        var query = HttpUtility.ParseQueryString(
            new Uri(upstream.BaseAddress, upstream.Air.Requests.Single()).Query
        );
        // Weight is max(1, V/10, V/10 · days/14).
        Assert.Equal(["european_aqi", "pm2_5", "pm10"], query["hourly"]!.Split(','));
        Assert.Equal("5", query["forecast_days"]);
        Assert.Equal("unixtime", query["timeformat"]);
        Assert.Equal("GMT", query["timezone"]);
        Assert.Equal("31.6342", query["latitude"]);
    }

    [Fact]
    public async Task Address_of_its_own_is_asked_instead_of_the_forecasts_one()
    {
        await using OpenMeteoStandIn forecasts = await OpenMeteoStandIn.StartAsync();
        await using OpenMeteoStandIn air = await OpenMeteoStandIn.StartAsync();
        await using RunningProviders providers = RunningProviders.Create(
            forecasts.BaseAddress,
            settings: ("Weather:Providers:OpenMeteo:AirBaseAddress", air.BaseAddress.ToString())
        );

        await providers.Air.GetAsync(AirReading.MarrakechPoint, Cancel);

        Assert.Equal(0, forecasts.Air.Calls);
        Assert.Equal(1, air.Air.Calls);
    }

    [Theory]
    [InlineData(StandInMode.Poison, RefusalKind.Poisoned)]
    [InlineData(StandInMode.AllNull, RefusalKind.Poisoned)]
    [InlineData(StandInMode.WrongPlace, RefusalKind.WrongPlace)]
    [InlineData(StandInMode.MinutelyLimit, RefusalKind.OverQuota)]
    [InlineData(StandInMode.Forbidden, RefusalKind.Forbidden)]
    public async Task Failing_upstream_is_a_refusal(StandInMode mode, RefusalKind kind)
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        upstream.Air.Mode = mode;
        await using RunningProviders providers = RunningProviders.Create(upstream.BaseAddress);

        AirQualityResult result = await providers.Air.GetAsync(AirReading.MarrakechPoint, Cancel);

        Assert.Equal(kind, Assert.IsType<AirQualityResult.Refused>(result).Kind);
    }

    [Theory]
    [InlineData("commercial", FreeAirHost, null, "Weather:Usage")]
    [InlineData("non-commercial", FreeAirHost, "secret-key", "Weather:Providers:OpenMeteo:ApiKey")]
    [InlineData("non-commercial", "nowhere", null, "Weather:Providers:OpenMeteo:AirBaseAddress")]
    public void Free_host_for_air_is_as_legal_as_the_one_for_forecasts(
        string usage,
        string address,
        string? key,
        string named
    )
    {
        OptionsValidationException problem = Assert.Throws<OptionsValidationException>(() =>
            RunningProviders.Create(
                new Uri("http://127.0.0.1:9/"),
                settings:
                [
                    ("Weather:Usage", usage),
                    ("Weather:Providers:OpenMeteo:AirBaseAddress", address),
                    ("Weather:Providers:OpenMeteo:ApiKey", key),
                ]
            )
        );

        Assert.StartsWith(named, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, FreeAirHost)]
    [InlineData(null, "key", "https://customer-air-quality-api.open-meteo.com/")]
    [InlineData("https://api.open-meteo.com/", null, FreeAirHost)]
    [InlineData(
        "https://customer-api.open-meteo.com/",
        "key",
        "https://customer-air-quality-api.open-meteo.com/"
    )]
    [InlineData("http://127.0.0.1:9/", null, "http://127.0.0.1:9/")]
    public void Host_for_air_belongs_to_the_one_for_forecasts(string? forecasts, string? key, string air) =>
        Assert.Equal(
            air,
            new Weather.Providers.OpenMeteo.OpenMeteoOptions
            {
                BaseAddress = forecasts is null ? null : new Uri(forecasts),
                ApiKey = key,
            }
                .AirAddress
                .AbsoluteUri
        );

    [Fact]
    public async Task Recorded_current_answer_of_Kathmandu_is_the_hour_from_four_UTC()
    {
        byte[] body = await File.ReadAllBytesAsync(
            Path.Combine(RecordedFolder.Find("open-meteo"), "airquality-kathmandu-0545.json"),
            Cancel
        );
        await using BodyServer upstream = await BodyServer.StartAsync(200, body);
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 8, 17, 4, 30, 0, TimeSpan.Zero));
        await using RunningProviders providers = RunningProviders.Create(upstream.BaseAddress, time);

        AirQualityResult result = await providers.Air.GetAsync(GeoPoint.Create(27.7, 85.3), Cancel);

        AirQuality air = Assert.IsType<AirQualityResult.Success>(result).Air;
        // It holds the US index, which is not the European one.
        Assert.Equal(Instant.FromUtc(2026, 8, 17, 4, 0), air.Start);
        Assert.Equal([new AirHour(null, 20.7, 22.0)], air.Hours);
    }
}
