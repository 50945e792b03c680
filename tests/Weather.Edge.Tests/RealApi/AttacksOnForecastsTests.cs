using System.Globalization;
using System.Net;
using System.Text.Json;
using Weather.Edge.Tests.Hostile;
using Xunit;

namespace Weather.Edge.Tests.RealApi;

/// <summary>One attack of each kind on the real thing: the next visitor reads what the API itself answers.</summary>
public sealed class AttacksOnForecastsTests(EdgeAndApi pair) : IClassFixture<EdgeAndApi>
{
    private static readonly Dictionary<string, string> Requests = new(StringComparer.Ordinal)
    {
        ["unkeyed fields"] =
            "GET /v1/forecast?POINT HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nX-Original-URL: /evil\r\n"
            + "X-HTTP-Method-Override: POST\r\nAccept-Language: ar\r\nCookie: a=evil\r\nAuthorization: Bearer evil\r\n"
            + "Origin: https://evil.example\r\nAccept: text/evil\r\n\r\n",
        ["part"] = "GET /v1/forecast?POINT HTTP/1.1\r\nHost: edge\r\nRange: bytes=0-0\r\n\r\n",
        ["not modified"] = "GET /v1/forecast?POINT HTTP/1.1\r\nHost: edge\r\nIf-None-Match: *\r\n\r\n",
        ["precondition"] = "GET /v1/forecast?POINT HTTP/1.1\r\nHost: edge\r\nIf-Match: \"evil\"\r\n\r\n",
        ["HEAD"] = "HEAD /v1/forecast?POINT HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["POST"] = "POST /v1/forecast?POINT HTTP/1.1\r\nHost: edge\r\nContent-Length: 4\r\n\r\nevil",
        ["fat GET"] = "GET /v1/forecast?POINT HTTP/1.1\r\nHost: edge\r\nContent-Length: 9\r\n\r\ncity=evil",
        ["unknown parameter"] = "GET /v1/forecast?POINT&evil=1 HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["parameter twice"] = "GET /v1/forecast?POINT&lat=1 HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["parameter behind an entity"] = "GET /v1/forecast?POINT&amp;lat=1 HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["bad value"] = "GET /v1/forecast?POINT&days=11 HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["bad value of a known shape"] = "GET /v1/forecast?POINT&include=evil HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["parameter hidden behind tracking"] =
            "GET /v1/forecast?utm_content=x;lat=1&POINT HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["style sheet"] = "GET /v1/forecast/x.css?POINT HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["style sheet behind a semicolon"] = "GET /v1/forecast;x.css?POINT HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["other case of the path"] = "GET /V1/Forecast?POINT HTTP/1.1\r\nHost: edge\r\n\r\n",
        ["upgrade"] =
            "GET /v1/forecast?POINT HTTP/1.1\r\nHost: edge\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
        ["oversized field"] =
            $"GET /v1/forecast?POINT HTTP/1.1\r\nHost: edge\r\nX-Big: {new string('a', 20_000)}\r\n\r\n",
        ["meta character"] = "GET /v1/forecast?POINT HTTP/1.1\r\nHost: edge\r\nX-Meta: \u0007\r\n\r\n",
    };

    private static int s_points;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Requests.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Next_visitor_reads_what_the_API_says(string name)
    {
        // A point in the Sahara that nobody has asked for.
        string point = string.Create(
            CultureInfo.InvariantCulture,
            $"lat={20 + Interlocked.Increment(ref s_points) * 0.05m}&lon=5"
        );
        RawAnswer attacked = await RawClient.AskAsync(
            pair.Edge.BaseAddress!,
            Requests[name].Replace("POINT", point, StringComparison.Ordinal),
            Cancel
        );
        using HttpResponseMessage visited = await pair.Edge.GetAsync($"/v1/forecast?{point}", Cancel);

        Assert.True(attacked.Status < 500, $"{attacked.Status} {attacked.Body}");
        Assert.DoesNotContain("evil.example", attacked.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, visited.StatusCode);
        Assert.Equal(
            await pair.Api.GetStringAsync($"/v1/forecast?{point}", Cancel),
            await visited.Content.ReadAsStringAsync(Cancel)
        );
    }

    [Theory]
    [InlineData("F%C3%A8s")]
    [InlineData("Fe%CC%80s")]
    [InlineData("%EF%BB%BFF%C3%A8s")]
    [InlineData("%D9%81%D8%A7%D8%B3")]
    [InlineData("%E2%80%8F%D9%81%D8%A7%D8%B3")]
    [InlineData("F%C3%A8s%00")]
    [InlineData("F%C3%A8s%C0%AF")]
    [InlineData("F%C3%A8s%ED%A0%80")]
    [InlineData("f%C3%88S%20")]
    [InlineData("Fe%2500s")]
    public async Task A_name_in_any_spelling_gets_through_the_edge_what_the_API_says(string city)
    {
        using HttpResponseMessage direct = await pair.Api.GetAsync($"/v1/forecast?city={city}", Cancel);
        RawAnswer first = await RawClient.AskAsync(pair.Edge.BaseAddress!, Ask(city), Cancel);
        RawAnswer second = await RawClient.AskAsync(pair.Edge.BaseAddress!, Ask(city), Cancel);

        Assert.True((int)direct.StatusCode < 500);
        Assert.Equal((int)direct.StatusCode, first.Status);
        Assert.Equal((int)direct.StatusCode, second.Status);
        Assert.Equal(IdIn(await direct.Content.ReadAsStringAsync(Cancel)), IdIn(first.Body));
        Assert.Equal(first.Body, second.Body);
    }

    [Fact]
    public async Task An_error_is_kept_for_its_own_question_alone()
    {
        using HttpResponseMessage unknown = await pair.Edge.GetAsync("/v1/forecast?city=Xqzzvkw", Cancel);
        using HttpResponseMessage again = await pair.Edge.GetAsync("/v1/forecast?city=Xqzzvkw", Cancel);
        using HttpResponseMessage known = await pair.Edge.GetAsync("/v1/forecast?city=Rabat", Cancel);
        using HttpResponseMessage bad = await pair.Edge.GetAsync("/v1/forecast?city=Rabat&days=99", Cancel);
        using HttpResponseMessage badAgain = await pair.Edge.GetAsync(
            "/v1/forecast?city=Rabat&days=99",
            Cancel
        );

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Contains("hit", again.Headers.GetValues("Cache-Status").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        Assert.Equal("no-store", badAgain.Headers.CacheControl!.ToString());
        Assert.Equal("weather-edge; fwd=bypass", badAgain.Headers.GetValues("Cache-Status").Single());
    }

    private static string Ask(string city) => $"GET /v1/forecast?city={city} HTTP/1.1\r\nHost: edge\r\n\r\n";

    private static string? IdIn(string json) =>
        JsonDocument.Parse(json).RootElement.TryGetProperty("place", out JsonElement place)
            ? place.GetProperty("id").ToString()
            : null;
}
