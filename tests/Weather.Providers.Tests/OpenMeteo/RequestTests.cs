using System.Globalization;
using System.Web;
using Weather.Model;
using Weather.StandIns;
using Xunit;

namespace Weather.Providers.Tests.OpenMeteo;

/// <summary>What Open-Meteo is asked, as it arrives there.</summary>
public sealed class RequestTests
{
    private static readonly GeoPoint Marrakech = GeoPoint.Create(31.63416, -7.99994);

    [Fact]
    public async Task One_call_weighs_one_and_asks_in_UTC_and_SI()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningProviders providers = RunningProviders.Create(upstream.BaseAddress);

        ProviderResult result = await AskAsync(providers);

        Assert.IsType<ProviderResult.Success>(result);
        Assert.Equal(1.0, upstream.Weight);
        var query = HttpUtility.ParseQueryString(
            new Uri(upstream.BaseAddress, upstream.Requests.Single()).Query
        );
        Assert.Equal(10, query["hourly"]!.Split(',').Length);
        Assert.Equal("2", query["past_days"]);
        Assert.Equal("12", query["forecast_days"]);
        Assert.Equal("unixtime", query["timeformat"]);
        Assert.Equal("GMT", query["timezone"]);
        Assert.Equal("ms", query["wind_speed_unit"]);
        Assert.Null(query["daily"]);
        Assert.Null(query["current"]);
    }

    [Fact]
    public async Task Coordinates_have_a_point_whatever_the_machines_language()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningProviders providers = RunningProviders.Create(upstream.BaseAddress);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            await AskAsync(providers);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Contains(
            "latitude=31.6342&longitude=-7.9999&",
            upstream.Requests.Single(),
            StringComparison.Ordinal
        );
    }

    private static Task<ProviderResult> AskAsync(RunningProviders providers) =>
        providers.Chain.GetAsync(new ForecastRequest(Marrakech), TestContext.Current.CancellationToken);
}
