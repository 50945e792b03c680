using System.Text.Json;
using Weather.Api.Places;
using Weather.ServiceDefaults;
using Weather.StandIns;
using Xunit;

namespace Weather.Api.Tests;

/// <summary>Which territories are named without a country is the operator's to say.</summary>
public sealed class PlacesSettingsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, false, true)]
    [InlineData("none", true, true)]
    [InlineData("MA", true, false)]
    [InlineData("eh, MA", false, false)]
    public async Task Country_is_left_out_where_the_operator_says_so(string? setting, bool laayoune, bool fes)
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningApi api = await RunningApi.StartAsync(
            upstream,
            settings: (PlacesSettings.Key, setting)
        );

        JsonElement south = await api.GetJsonAsync("/v1/places?q=Laayoune&country=MA&limit=1", Cancel);
        JsonElement north = await api.GetJsonAsync("/v1/places?q=Fes&country=MA&limit=1", Cancel);

        Assert.Equal("EH", south[0].GetProperty("countryCode").GetString());
        Assert.Equal(laayoune, south[0].TryGetProperty("country", out _));
        Assert.Equal(fes, north[0].TryGetProperty("country", out _));
    }

    [Theory]
    [InlineData("Western Sahara")]
    [InlineData("EH,")]
    [InlineData("EH;TW")]
    public async Task A_setting_that_cannot_be_read_stops_the_start(string setting)
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();

        InvalidConfigurationException refusal = await Assert.ThrowsAsync<InvalidConfigurationException>(() =>
            RunningApi.StartAsync(upstream, settings: (PlacesSettings.Key, setting))
        );

        Assert.Equal(PlacesSettings.Key, refusal.Key);
    }
}
