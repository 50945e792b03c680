using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Weather.StandIns;
using Xunit;

namespace Weather.Api.Tests;

/// <summary>The contract of <c>/v1/forecast</c> and <c>/v1/forecasts</c>, over a socket.</summary>
public sealed class ForecastEndpointTests : IAsyncLifetime
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
    [InlineData("city=Marrakech&lang=en", "Marrakesh|Marrakech", "en")]
    [InlineData("city=مراكش&lang=ar", "مراكش", "ar-MA")]
    [InlineData("city=مراكش&lang=ar-EG", "مراكش", "ar")]
    [InlineData("place=2542997&lang=zh-CN", "Marrakesh|Marrakech|马拉喀什", "zh-Hans")]
    [InlineData("place=2542997&lang=fr", "Marrakech", "fr")]
    [InlineData("lat=31.634&lon=-7.999&lang=fr", "Marrakech", "fr")]
    public async Task Place_is_resolved_and_echoed_in_the_language_that_was_used(
        string query,
        string names,
        string language
    )
    {
        JsonElement answer = await GetAsync($"/v1/forecast?{query}");

        Assert.Equal(2542997, answer.GetProperty("place").GetProperty("id").GetInt64());
        Assert.Contains(
            answer.GetProperty("place").GetProperty("name").GetString(),
            (IEnumerable<string?>)names.Split('|'),
            StringComparer.Ordinal
        );
        Assert.Equal(language, answer.GetProperty("lang").GetString());
        Assert.Equal("Africa/Casablanca", answer.GetProperty("place").GetProperty("zone").GetString());
    }

    [Fact]
    public async Task Three_ways_to_one_place_cost_one_upstream_call()
    {
        await GetAsync("/v1/forecast?city=Marrakech");
        await GetAsync("/v1/forecast?place=2542997&lang=ar");
        await GetAsync("/v1/forecast?lat=31.634&lon=-7.999&days=3&hours=0");

        Assert.Equal(1, _upstream.Calls);
    }

    [Fact]
    public async Task Bare_point_far_from_any_place_is_answered_for_its_grid_cell()
    {
        JsonElement answer = await GetAsync("/v1/forecast?lat=-35.012&lon=-25.033");
        JsonElement place = answer.GetProperty("place");

        Assert.False(place.TryGetProperty("id", out _));
        Assert.Equal(-35.0, place.GetProperty("lat").GetDouble());
        Assert.Equal(-25.05, place.GetProperty("lon").GetDouble());
    }

    [Theory]
    [InlineData("days=4&hours=20", 7, 48)]
    [InlineData("days=1&hours=0", 3, 0)]
    [InlineData("days=10&hours=100", 10, 168)]
    [InlineData("", 7, 48)]
    public async Task Window_is_rounded_up_to_a_few_sizes(string query, int days, int hours)
    {
        JsonElement answer = await GetAsync($"/v1/forecast?city=Rabat&{query}");

        Assert.Equal(days, answer.GetProperty("daily").GetProperty("max").GetArrayLength());
        int got = answer.TryGetProperty("hourly", out JsonElement hourly)
            ? hourly.GetProperty("temp").GetArrayLength()
            : 0;
        Assert.Equal(hours, got);
    }

    [Theory]
    [InlineData("", "place")]
    [InlineData("city=Rabat&place=1", "place")]
    [InlineData("city=", "city")]
    [InlineData("place=abc", "place")]
    [InlineData("place=-1", "place")]
    [InlineData("lat=91&lon=0", "lat")]
    [InlineData("lat=NaN&lon=0", "lat")]
    [InlineData("lat=31,6&lon=-8", "lat")]
    [InlineData("lat=31.6", "lon")]
    [InlineData("lat=31.6&lon=181", "lon")]
    [InlineData("city=Rabat&country=Morocco", "country")]
    [InlineData("city=Rabat&days=0", "days")]
    [InlineData("city=Rabat&days=11", "days")]
    [InlineData("city=Rabat&days=٣", "days")]
    [InlineData("city=Rabat&hours=-1", "hours")]
    [InlineData("city=Rabat&hours=169", "hours")]
    [InlineData("city=Rabat&include=prayer", "include")]
    [InlineData("city=Rabat&units=metric", "units")]
    [InlineData("city=Rabat&City=Fes", "City")]
    [InlineData("city=Rabat&days=3&days=7", "days")]
    public async Task Bad_parameter_is_named_with_what_is_allowed_and_never_cached(
        string query,
        string parameter
    )
    {
        using HttpResponseMessage answer = await _api.Http.GetAsync($"/v1/forecast?{query}", Cancel);
        JsonElement problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(0, _upstream.Calls);
    }

    [Theory]
    [InlineData("utm_source=newsletter&utm_campaign=x")]
    [InlineData("fbclid=abc")]
    [InlineData("gclid=abc")]
    [InlineData("_=1700000000")]
    public async Task Tracking_parameters_are_ignored(string tracking)
    {
        JsonElement answer = await GetAsync($"/v1/forecast?city=Rabat&{tracking}");

        Assert.NotEmpty(answer.GetProperty("place").GetProperty("name").GetString()!);
    }

    [Theory]
    [InlineData("Marakech", "Marrakesh|Marrakech")]
    [InlineData("Casablanka", "Casablanca")]
    public async Task Unknown_city_is_404_with_suggestions_and_never_a_default(string typed, string suggested)
    {
        using HttpResponseMessage answer = await _api.Http.GetAsync($"/v1/forecast?city={typed}", Cancel);
        JsonElement problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(
            problem.GetProperty("suggestions").EnumerateArray(),
            place => suggested.Split('|').Contains(place.GetProperty("name").GetString())
        );
        Assert.Equal(0, _upstream.Calls);
    }

    [Fact]
    public async Task Freshness_is_said_to_shared_caches_and_browsers_apart()
    {
        using HttpResponseMessage answer = await _api.Http.GetAsync("/v1/forecast?city=Rabat", Cancel);
        string shared = answer.Headers.GetValues("CDN-Cache-Control").Single();

        Assert.Equal("max-age=300, stale-while-revalidate=3600, stale-if-error=86400", shared);
        Assert.Equal("public, max-age=60", answer.Headers.CacheControl!.ToString());
        // s-maxage carries proxy-revalidate and would forbid the stale answers (RFC 9111 5.2.2.10).
        Assert.Null(answer.Headers.CacheControl.SharedMaxAge);
        Assert.StartsWith("place-", answer.Headers.GetValues("Cache-Tag").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Known_entity_tag_is_answered_with_304_and_no_body()
    {
        using HttpResponseMessage first = await _api.Http.GetAsync("/v1/forecast?city=Rabat", Cancel);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/v1/forecast?city=Rabat");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using HttpResponseMessage second = await _api.Http.SendAsync(again, Cancel);

        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancel));
        Assert.True(second.Headers.Contains("CDN-Cache-Control"));
    }

    [Fact]
    public async Task Another_entity_tag_gets_the_whole_answer()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/forecast?city=Rabat");
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\""));

        using HttpResponseMessage answer = await _api.Http.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Head_has_the_headers_of_get_and_no_body()
    {
        using HttpResponseMessage get = await _api.Http.GetAsync("/v1/forecast?city=Rabat", Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Head, "/v1/forecast?city=Rabat");

        using HttpResponseMessage head = await _api.Http.SendAsync(request, Cancel);

        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task Several_places_come_in_one_answer_in_the_order_asked()
    {
        JsonElement answer = await GetAsync("/v1/forecasts?places=2553604,2542997&lang=fr");
        JsonElement[] forecasts = [.. answer.GetProperty("forecasts").EnumerateArray()];

        Assert.Equal(
            [2553604, 2542997],
            forecasts.Select(forecast => forecast.GetProperty("place").GetProperty("id").GetInt64())
        );
    }

    [Theory]
    [InlineData("places=")]
    [InlineData("places=1,x")]
    [InlineData("places=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21")]
    [InlineData("")]
    public async Task Bad_list_of_places_is_named(string query)
    {
        using HttpResponseMessage answer = await _api.Http.GetAsync($"/v1/forecasts?{query}", Cancel);
        JsonElement problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("places", problem.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Arabic_letters_are_not_escaped_on_the_wire()
    {
        string text = await _api.Http.GetStringAsync("/v1/forecast?place=2542997&lang=ar", Cancel);

        Assert.Contains("مراكش", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u06", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_serve_is_503_with_retry_after_and_no_word_of_the_upstream()
    {
        _upstream.Mode = StandInMode.Poison;

        using HttpResponseMessage answer = await _api.Http.GetAsync("/v1/forecast?city=Rabat", Cancel);
        string body = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("streaming", body, StringComparison.OrdinalIgnoreCase);
    }

    private Task<JsonElement> GetAsync(string path) => _api.GetJsonAsync(path, Cancel);
}
