using System.Text.Json;
using Weather.StandIns;
using Xunit;

namespace Weather.Api.Tests;

/// <summary>What a name or a point is taken for, and how the answer says so.</summary>
public sealed class PlaceResolutionTests : IAsyncLifetime
{
    private OpenMeteoStandIn _upstream = null!;
    private RunningApi _api = null!;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _upstream = await OpenMeteoStandIn.StartAsync();
        _api = await RunningApi.StartAsync(_upstream);
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Fact]
    public async Task An_ambiguous_name_is_the_best_one_and_tells_the_others()
    {
        JsonElement forecast = await GetAsync("/v1/forecast?city=Paris");
        JsonElement[] others = [.. forecast.GetProperty("alternatives").EnumerateArray()];

        Assert.Equal("FR", Code(forecast.GetProperty("place")));
        Assert.Equal("US", Code(others[0]));
        Assert.All(others, other => Assert.True(other.GetProperty("id").GetInt64() > 0));
        Assert.Equal(
            "id name admin country countryCode",
            string.Join(' ', others[0].EnumerateObject().Select(field => field.Name))
        );
    }

    [Theory]
    [InlineData("city=Paris&country=US", "US")]
    [InlineData("city=Paris,%20Texas", "US")]
    [InlineData("city=Laayoune&country=MA", "EH")]
    public async Task A_country_or_a_qualifier_decides(string query, string code)
    {
        Assert.Equal(code, Code((await GetAsync($"/v1/forecast?{query}")).GetProperty("place")));
    }

    [Fact]
    public async Task The_id_that_is_told_is_the_place_that_was_named()
    {
        JsonElement named = (await GetAsync("/v1/forecast?city=فاس&lang=fr")).GetProperty("place");
        JsonElement byId = (
            await GetAsync($"/v1/forecast?place={named.GetProperty("id")}&lang=fr")
        ).GetProperty("place");

        Assert.Equal("Fès", named.GetProperty("name").GetString());
        Assert.Equal(named.GetRawText(), byId.GetRawText());
    }

    /// <summary>In the Sahara, forty kilometres from the nearest town.</summary>
    [Fact]
    public async Task A_point_between_towns_is_called_by_the_nearest_and_stays_where_it_is()
    {
        JsonElement place = (await GetAsync("/v1/forecast?lat=29.52&lon=-5.52&lang=fr")).GetProperty("place");

        Assert.Equal("M'Hamid El Ghizlane", place.GetProperty("name").GetString());
        Assert.Equal(29.5, place.GetProperty("lat").GetDouble());
        Assert.Equal(-5.5, place.GetProperty("lon").GetDouble());
        Assert.Equal("Africa/Casablanca", place.GetProperty("zone").GetString());
        Assert.False(place.TryGetProperty("id", out _));
    }

    [Fact]
    public async Task A_town_on_the_sea_says_so_and_others_say_nothing()
    {
        JsonElement casablanca = await GetAsync("/v1/places/2553604");
        JsonElement marrakesh = await GetAsync("/v1/places/2542997");

        Assert.True(casablanca.GetProperty("coastal").GetBoolean());
        Assert.False(marrakesh.TryGetProperty("coastal", out _));
    }

    [Fact]
    public async Task A_disputed_territory_is_told_without_a_country_label()
    {
        JsonElement[] found =
        [
            .. (await GetAsync("/v1/places?q=العيون&lang=ar&country=MA")).EnumerateArray(),
        ];

        Assert.Equal("EH", Code(found[0]));
        Assert.False(found[0].TryGetProperty("country", out _));
        Assert.Equal("العيون-الساقية الحمراء", found[0].GetProperty("admin").GetString());
    }

    [Theory]
    [InlineData("/v1/places?q=fes")]
    [InlineData("/v1/places/2542997")]
    public async Task Places_lead_to_their_licences(string path)
    {
        using HttpResponseMessage answer = await _api.Http.GetAsync(path, Cancel);

        Assert.Equal("</about>; rel=\"license\"", answer.Headers.GetValues("Link").Single());
    }

    private static string? Code(JsonElement place) => place.GetProperty("countryCode").GetString();

    private Task<JsonElement> GetAsync(string path) => _api.GetJsonAsync(path, Cancel);
}
