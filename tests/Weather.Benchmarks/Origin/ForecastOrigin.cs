using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Weather.Benchmarks.Origin;

/// <summary>
/// A tiny stand-in for the API: the header fields of our forecasts, gzip for who asks for it (a cache that cannot compress stores
/// that), and a count of what it was asked.
/// </summary>
internal sealed class ForecastOrigin : IAsyncDisposable
{
    public const string Path = "/v1/forecast";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<int, (byte[] Plain, byte[] Gzip)> _bodies = new();
    private readonly int _length;
    private readonly TimeSpan _delay;
    private long _count;

    private ForecastOrigin(WebApplication app, int length, TimeSpan delay)
    {
        _app = app;
        _length = length;
        _delay = delay;
    }

    public string Address => _app.Urls.First();

    public long Count => Interlocked.Read(ref _count);

    public static string Target(int place) => $"{Path}?place={place}&lang=ar-MA&days=7&hours=48";

    public static string TagOf(int place) => $"\"c324c2bbe557{place:D12}\"";

    public static async Task<ForecastOrigin> StartAsync(int length, TimeSpan delay = default)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        WebApplication app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var origin = new ForecastOrigin(app, length, delay);
        app.MapGet(Path, origin.AnswerAsync);
        await app.StartAsync();
        return origin;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http, int place)
    {
        Interlocked.Increment(ref _count);
        await Task.Delay(_delay);
        (byte[] plain, byte[] gzip) = _bodies.GetOrAdd(place, Make, _length);
        bool coded = http
            .Request.Headers.AcceptEncoding.ToString()
            .Contains("gzip", StringComparison.Ordinal);
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentType = "application/json; charset=utf-8";
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "Age, Date, ETag, Cache-Status, Server-Timing, Retry-After";
        headers.CacheControl = "public, max-age=60";
        headers["CDN-Cache-Control"] = "max-age=3600, stale-while-revalidate=3600, stale-if-error=86400";
        headers["Cache-Tag"] = $"place-{place}";
        headers["Server-Timing"] =
            "traceparent;desc=\"00-7d824ac9d655d3511b6534a331f2ff12-cc7fbca8fe5f7484-01\"";
        headers["Timing-Allow-Origin"] = "*";
        headers.Vary = "Accept-Encoding";
        headers.ETag = TagOf(place);
        if (coded)
        {
            headers.ContentEncoding = "gzip";
        }

        byte[] body = coded ? gzip : plain;
        headers.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body);
    }

    private static (byte[] Plain, byte[] Gzip) Make(int place, int length)
    {
        byte[] plain = ForecastText.Make(place, length);
        using var coded = new MemoryStream();
        using (var coder = new GZipStream(coded, CompressionLevel.SmallestSize))
        {
            coder.Write(plain);
        }

        return (plain, coded.ToArray());
    }
}
