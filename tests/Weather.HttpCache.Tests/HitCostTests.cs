using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Weather.HttpCache.Tests.Semantics;

namespace Weather.HttpCache.Tests;

/// <summary>Allocated bytes do not depend on how busy the machine is; time does.</summary>
[Collection(nameof(Measured))]
public sealed class HitCostTests(ITestOutputHelper output)
{
    private const int Hits = 5_000;
    private const int Most = 400;

    /// <summary>What our own API says of a forecast.</summary>
    private static readonly Dictionary<string, string> Lines = new(StringComparer.Ordinal)
    {
        ["Content-Type"] = "application/json; charset=utf-8",
        ["Date"] = "Sun, 01 Mar 2026 12:00:00 GMT",
        ["Access-Control-Allow-Origin"] = "*",
        ["Access-Control-Expose-Headers"] = "Age, Date, ETag, Cache-Status, Server-Timing, Retry-After",
        ["Cache-Control"] = "public, max-age=60",
        ["CDN-Cache-Control"] = "max-age=300, stale-while-revalidate=3600, stale-if-error=86400",
        ["ETag"] = "\"2589466e3dd285e7aa285128\"",
        ["Vary"] = "Accept-Encoding",
        ["Server-Timing"] = "traceparent;desc=\"00-11dc1a71d698d4a8d6552ca3989ff278-32a4c5e3ebaf1136-01\"",
        ["Cache-Tag"] = "place-2542997",
        ["Timing-Allow-Origin"] = "*",
    };

    /// <summary>What the cache adds to them.</summary>
    private static readonly string[] Added = ["Age", "Cache-Status", "Content-Encoding", "Content-Length"];

    [Fact]
    public async Task A_hit_allocates_little_beside_the_request_itself()
    {
        await using ServiceProvider services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(Messages.Now))
            .AddHttpCache()
            .BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        app.UseHttpCache();
        RequestDelegate cached = app.Build();
        var endpoint = new RouteEndpointBuilder(AnswerAsync, RoutePatternFactory.Parse("/{**path}"), 0);
        endpoint.Metadata.Add(
            new CacheKeyRule
            {
                Parameters =
                [
                    new QueryParameter("place"),
                    new QueryParameter("lang") { Languages = ["ar", "ar-MA"] },
                    new QueryParameter("days") { Steps = [3, 7, 10] },
                    new QueryParameter("hours") { Steps = [0, 48, 168] },
                ],
            }
        );
        Endpoint built = endpoint.Build();
        DefaultHttpContext coded;
        do
        {
            coded = Request(built);
            await cached(coded);
        } while (coded.Response.Headers.ContentEncoding != "br");

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
        http.Request.QueryString = new QueryString("?days=7&hours=48&lang=ar-ma&place=2542997");
        http.Request.Headers.AcceptEncoding = "gzip, br";
        http.Response.Headers.ContentLength = null;
        http.SetEndpoint(endpoint);
        return http;
    }

    /// <summary>What any answer with these fields costs on this kind of context.</summary>
    private static Task WriteAsync(HttpContext http)
    {
        foreach (string name in Lines.Keys.Concat(Added))
        {
            http.Response.Headers[name] = name;
        }

        return Task.CompletedTask;
    }

    private static Task AnswerAsync(HttpContext http)
    {
        http.Features.Get<IOriginAnswer>()?.Began(new OriginFraming(200, DelimitsItself: true, null));
        foreach ((string name, string line) in Lines)
        {
            http.Response.Headers[name] = line;
        }

        return http.Response.WriteAsync(new string('x', 2000));
    }
}
