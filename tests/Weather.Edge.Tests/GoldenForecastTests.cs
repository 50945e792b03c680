using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Weather.Edge.Tests;

/// <summary>What the API's golden forecast weighs as the edge sends it: its coder is quicker than the best there is.</summary>
public sealed class GoldenForecastTests
{
    /// <summary>What a visitor loads at most, Brotli.</summary>
    private const int Limit = 1500;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forecast_of_seven_days_and_48_hours_is_small_as_it_is_sent()
    {
        byte[] golden = await File.ReadAllBytesAsync(Golden(), Cancel);
        await using WebApplication api = await StartApiAsync(golden);
        await using RunningEdge edge = await RunningEdge.StartAsync(
            ("ReverseProxy:Clusters:api:Destinations:1:Address", api.Urls.First())
        );

        byte[] sent = await BrotliAnswer.AskAsync(edge.Http, "/v1/forecast?place=2542997", Cancel);

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{golden.Length} B, sent as {sent.Length} B of {Limit}"
        );
        Assert.InRange(sent.Length, 1, Limit);
    }

    private static async Task<WebApplication> StartApiAsync(byte[] body)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting();
        WebApplication api = builder.Build();
        api.Urls.Add("http://127.0.0.1:0");
        api.Run(http =>
        {
            http.Response.Headers.CacheControl = "public, max-age=60";
            http.Response.ContentType = "application/json; charset=utf-8";
            http.Response.ContentLength = body.Length;
            return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
        });
        await api.StartAsync(Cancel);
        return api;
    }

    private static string Golden([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../Weather.Api.Tests/Golden/forecast-7d-48h.json");
}
