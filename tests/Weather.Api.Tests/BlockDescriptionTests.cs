using System.Net;
using System.Text.Json;
using Weather.StandIns;
using Xunit;

namespace Weather.Api.Tests;

/// <summary>The optional blocks in the API's description, and what is no block.</summary>
public sealed class BlockDescriptionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Description_shows_both_blocks()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningApi api = await RunningApi.StartAsync(upstream);

        JsonElement schemas = (await api.GetJsonAsync("/openapi/v1.json", Cancel))
            .GetProperty("components")
            .GetProperty("schemas");
        JsonElement forecast = schemas.GetProperty("ForecastDocument").GetProperty("properties");

        Assert.True(forecast.TryGetProperty("air", out _));
        Assert.True(forecast.TryGetProperty("alerts", out _));
        Assert.True(Properties(schemas, "AirDocument").TryGetProperty("level", out _));
        Assert.True(Properties(schemas, "AlertDocument").TryGetProperty("issuer", out _));
    }

    [Theory]
    [InlineData("pollen")]
    [InlineData("air,pollen")]
    [InlineData("Air")]
    public async Task Unknown_block_is_400_and_asks_nobody(string include)
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningApi api = await RunningApi.StartAsync(upstream);

        using HttpResponseMessage answer = await api.Http.GetAsync(
            $"/v1/forecast?city=Rabat&include={include}",
            Cancel
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, upstream.Air.Calls);
    }

    private static JsonElement Properties(JsonElement schemas, string name) =>
        schemas.GetProperty(name).GetProperty("properties");
}
