using System.Net;
using System.Text.Json;
using Weather.StandIns;
using Xunit;

namespace Weather.Api.Tests;

/// <summary>The contract of <c>/v1/places</c>, and what the OpenAPI document says of all of it.</summary>
public sealed class PlaceEndpointTests : IAsyncLifetime
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

    [Theory]
    [InlineData("q=مراكش&lang=fr", "Marrakech")]
    [InlineData("q=Fes&lang=ar", "فاس")]
    [InlineData("q=Fès&lang=ar", "فاس")]
    public async Task Search_finds_a_city_in_any_script_and_names_it_in_the_asked_language(
        string query,
        string name
    )
    {
        JsonElement found = await GetAsync($"/v1/places?{query}");

        Assert.Equal(name, found[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Limit_bounds_the_list()
    {
        JsonElement found = await GetAsync("/v1/places?q=a&limit=2");

        Assert.True(found.GetArrayLength() <= 2);
    }

    [Fact]
    public async Task One_place_is_told_by_its_id()
    {
        JsonElement place = await GetAsync("/v1/places/2542997?lang=ar");

        Assert.Equal("مراكش", place.GetProperty("name").GetString());
        Assert.Equal("MA", place.GetProperty("countryCode").GetString());
        // As it was stored, and not 31.634200000000007.
        Assert.Equal("31.6342", place.GetProperty("lat").GetRawText());
    }

    [Theory]
    [InlineData("/v1/places", HttpStatusCode.BadRequest, "q")]
    [InlineData("/v1/places?q=%20", HttpStatusCode.BadRequest, "q")]
    [InlineData("/v1/places?q=a&limit=0", HttpStatusCode.BadRequest, "limit")]
    [InlineData("/v1/places?q=a&limit=21", HttpStatusCode.BadRequest, "limit")]
    [InlineData("/v1/places?q=a&country=Maroc", HttpStatusCode.BadRequest, "country")]
    [InlineData("/v1/places?query=a", HttpStatusCode.BadRequest, "query")]
    [InlineData("/v1/places/abc", HttpStatusCode.BadRequest, "id")]
    [InlineData("/v1/places/1", HttpStatusCode.NotFound, "id")]
    public async Task Bad_request_names_its_parameter(string path, HttpStatusCode status, string parameter)
    {
        using HttpResponseMessage answer = await _api.Http.GetAsync(path, Cancel);
        JsonElement problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Unknown_path_is_a_problem_without_detail()
    {
        using HttpResponseMessage answer = await _api.Http.GetAsync("/v1/nothing", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/v1/forecast", "place,city,country,lat,lon,lang,days,hours,include")]
    [InlineData("/v1/forecasts", "places,lang,days,hours,include")]
    [InlineData("/v1/places", "q,lang,country,limit")]
    public async Task OpenApi_lists_exactly_the_parameters_that_are_allowed(string path, string names)
    {
        JsonElement document = await GetAsync("/openapi/v1.json");
        JsonElement operation = document.GetProperty("paths").GetProperty(path).GetProperty("get");
        string[] described =
        [
            .. operation
                .GetProperty("parameters")
                .EnumerateArray()
                .Select(parameter => parameter.GetProperty("name").GetString()!),
        ];

        Assert.Equal(names.Split(',').Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
        Assert.All(
            operation.GetProperty("parameters").EnumerateArray(),
            parameter => Assert.NotEmpty(parameter.GetProperty("description").GetString()!)
        );
    }

    private Task<JsonElement> GetAsync(string path) => _api.GetJsonAsync(path, Cancel);
}
