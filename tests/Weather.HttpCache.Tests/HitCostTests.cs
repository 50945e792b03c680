using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Weather.HttpCache.Tests;

/// <summary>Allocated bytes do not depend on how busy the machine is; time does.</summary>
[Collection(nameof(Measured))]
public sealed class HitCostTests(ITestOutputHelper output)
{
    private const int Hits = 5_000;
    private const int Most = 400;

    [Fact]
    public async Task A_hit_allocates_little_beside_the_request_itself()
    {
        await using ServiceProvider services = new ServiceCollection().AddHttpCache().BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        app.UseHttpCache();
        RequestDelegate cached = app.Build();
        var endpoint = new RouteEndpointBuilder(AnswerAsync, RoutePatternFactory.Parse("/{**path}"), 0);
        endpoint.Metadata.Add(
            new CacheKeyRule { Parameters = [new QueryParameter("city") { IgnoresCase = true }] }
        );
        Endpoint built = endpoint.Build();
        await cached(Request(built));
        await cached(Request(built));

        long bare = await AllocatedAsync(WriteAsync, built);
        long hit = await AllocatedAsync(cached, built) - bare;

        output.WriteLine($"a hit allocates {hit} B");
        Assert.InRange(hit, 1, Most);
    }

    private static async Task<long> AllocatedAsync(RequestDelegate run, Endpoint endpoint)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int k = 0; k < Hits; k++)
        {
            await run(Request(endpoint));
        }

        return (GC.GetTotalAllocatedBytes(precise: true) - before) / Hits;
    }

    private static DefaultHttpContext Request(Endpoint endpoint)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "GET";
        http.Request.Scheme = "http";
        http.Request.Path = "/v1/forecast";
        http.Request.QueryString = new QueryString("?city=Marrakech");
        http.Request.Headers.AcceptEncoding = "gzip, br";
        http.Response.Headers.ContentLength = null;
        http.SetEndpoint(endpoint);
        return http;
    }

    /// <summary>What any answer with these fields costs on this kind of context.</summary>
    private static Task WriteAsync(HttpContext http)
    {
        foreach (
            string name in (ReadOnlySpan<string>)
                [
                    "Cache-Control",
                    "ETag",
                    "Content-Type",
                    "Date",
                    "Vary",
                    "Age",
                    "Cache-Status",
                    "Content-Encoding",
                    "Content-Length",
                ]
        )
        {
            http.Response.Headers[name] = name;
        }

        return Task.CompletedTask;
    }

    private static Task AnswerAsync(HttpContext http)
    {
        http.Features.Get<IOriginAnswer>()?.Began(new OriginFraming(200, DelimitsItself: true, null));
        http.Response.Headers.CacheControl = "max-age=3600";
        http.Response.Headers.ETag = "\"v1\"";
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(new string('x', 2000));
    }
}
