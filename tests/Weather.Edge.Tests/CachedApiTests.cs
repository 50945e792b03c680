using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Weather.ServiceDefaults;
using Xunit;

namespace Weather.Edge.Tests;

/// <summary>The cache where it stands: behind the cross-origin headers, before YARP, with the API's key rules.</summary>
public sealed class CachedApiTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _asked = new();
    private WebApplication _api = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting();
        _api = builder.Build();
        _api.Urls.Add("http://127.0.0.1:0");
        _api.Run(http =>
        {
            _asked.Enqueue($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}");
            http.Response.Headers["CDN-Cache-Control"] = "max-age=300, stale-if-error=86400";
            http.Response.Headers.CacheControl = "public, max-age=60";
            return http.Response.WriteAsync("{}", http.RequestAborted);
        });
        await _api.StartAsync(Cancel);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Theory]
    [InlineData(
        "/v1/forecast?city=Fes&days=5&hours=10&lang=fr-CA&utm_source=x",
        "/v1/forecast?city=fes&lang=fr&days=7&hours=48"
    )]
    [InlineData("/v1/forecast?lon=-7.5898&lat=33.5731", "/v1/forecast?lat=33.55&lon=-7.6")]
    [InlineData("/v1/forecasts?places=2,1&days=3", "/v1/forecasts?places=2%2C1&days=3")]
    [InlineData("/v1/places?q=Cas&lang=tlh", "/v1/places?q=cas&lang=en")]
    [InlineData("/v1/places/123?lang=AR-ma", "/v1/places/123?lang=ar-MA")]
    [InlineData("/v1/places/123?lang=ar_MA", "/v1/places/123?lang=ar-MA")]
    [InlineData("/v1/text?city=Fes&gclid=1", "/v1/text?city=Fes")]
    [InlineData("/about?lang=ar-MA&utm_source=x", "/about?lang=ar")]
    public async Task Requests_reach_the_API_once_in_one_spelling(string asked, string forwarded)
    {
        await using RunningEdge edge = await StartAsync();
        using HttpResponseMessage miss = await edge.Http.GetAsync(asked, Cancel);
        using HttpResponseMessage hit = await edge.Http.GetAsync(forwarded, Cancel);

        Assert.Equal(
            $"GET {Uri.UnescapeDataString(forwarded)}",
            Uri.UnescapeDataString(Assert.Single(_asked))
        );
        Assert.StartsWith(
            "weather-edge; hit",
            hit.Headers.GetValues("Cache-Status").Single(),
            StringComparison.Ordinal
        );
        Assert.True(hit.Headers.Contains("Age"));
        Assert.Equal("*", hit.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task An_unknown_parameter_is_the_APIs_to_refuse()
    {
        await using RunningEdge edge = await StartAsync();
        using HttpResponseMessage first = await edge.Http.GetAsync("/v1/forecast?city=fes&sneaky=1", Cancel);
        using HttpResponseMessage second = await edge.Http.GetAsync("/v1/forecast?city=fes&sneaky=1", Cancel);

        Assert.Equal(2, _asked.Count);
        Assert.Equal("weather-edge; fwd=bypass", second.Headers.GetValues("Cache-Status").Single());
    }

    [Fact]
    public async Task A_restricted_origin_is_checked_on_hits_too()
    {
        await using RunningEdge edge = await StartAsync(("Weather:Origins:0", "https://news.example"));
        using HttpResponseMessage allowed = await AskFromAsync(edge, "https://news.example");
        using HttpResponseMessage foreign = await AskFromAsync(edge, "https://evil.example");
        using HttpResponseMessage again = await AskFromAsync(edge, "https://news.example");

        Assert.Single(_asked);
        Assert.Equal(
            "https://news.example",
            allowed.Headers.GetValues("Access-Control-Allow-Origin").Single()
        );
        Assert.False(foreign.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal("https://news.example", again.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("Origin", foreign.Headers.Vary, StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_is_stored_is_served_when_the_API_is_gone()
    {
        await using RunningEdge edge = await StartAsync();
        using HttpResponseMessage before = await edge.Http.GetAsync("/v1/forecast?city=fes", Cancel);
        await _api.StopAsync(Cancel);
        using HttpResponseMessage after = await edge.Http.GetAsync("/v1/forecast?city=fes", Cancel);
        using HttpResponseMessage other = await edge.Http.GetAsync("/v1/forecast?city=rabat", Cancel);

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal(HttpStatusCode.BadGateway, other.StatusCode);
        Assert.Equal("application/problem+json", other.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(other.Headers.GetValues("Retry-After"));
    }

    [Theory]
    [InlineData("city:fold")]
    [InlineData("lat:grid=none")]
    [InlineData("days:steps=3")]
    public async Task A_key_rule_that_cannot_be_read_stops_the_start(string rule) =>
        await Assert.ThrowsAsync<InvalidConfigurationException>(() =>
            StartAsync(
                ("ReverseProxy:Routes:all:ClusterId", "api"),
                ("ReverseProxy:Routes:all:Match:Path", "/{**path}"),
                ("ReverseProxy:Routes:all:Metadata:Cache.Parameters", rule)
            )
        );

    private Task<RunningEdge> StartAsync(params (string, string)[] settings) =>
        RunningEdge.StartAsync([
            ("ReverseProxy:Clusters:api:Destinations:one:Address", _api.Urls.First()),
            .. settings,
        ]);

    private static async Task<HttpResponseMessage> AskFromAsync(RunningEdge edge, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/forecast?city=fes");
        request.Headers.Add("Origin", origin);
        return await edge.Http.SendAsync(request, Cancel);
    }
}
