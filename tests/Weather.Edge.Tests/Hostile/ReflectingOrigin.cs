using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Weather.Edge.Tests.Hostile;

/// <summary>
/// The most gullible origin there can be: its answer repeats all that it was sent, it obeys every override, takes its errors for cacheable, and
/// answers on every path. What an attacker can make it see, the next visitor reads, unless the edge prevents it.
/// </summary>
internal sealed class ReflectingOrigin : IAsyncDisposable
{
    /// <summary>They differ from run to run; whom and in which trace the edge asks, the tests look up in <see cref="Received"/>.</summary>
    private static readonly string[] Unrepeated = ["Host", "traceparent"];

    private readonly ConcurrentQueue<string> _received = new();
    private readonly WebApplication _app;

    private ReflectingOrigin(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    /// <summary>Each request as it was received: target, path as understood, fields, body.</summary>
    public IReadOnlyList<string> Received => [.. _received];

    public static async Task<ReflectingOrigin> StartAsync(CancellationToken cancel)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
            kestrel.Limits.MaxRequestHeadersTotalSize = 256 * 1024;
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
        });
        builder.Services.AddRouting();
        var origin = new ReflectingOrigin(builder.Build());
        origin._app.Urls.Add("http://127.0.0.1:0");
        origin._app.Run(origin.AnswerAsync);
        await origin._app.StartAsync(cancel);
        return origin;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.Latin1);
        string sent = await reader.ReadToEndAsync(http.RequestAborted);
        _received.Enqueue(Describe(http, sent, except: []));
        string text = Describe(http, sent, Unrepeated);
        HttpResponse response = http.Response;
        response.Headers["CDN-Cache-Control"] =
            "max-age=300, stale-while-revalidate=3600, stale-if-error=86400";
        response.Headers.CacheControl = "public, max-age=60";
        response.Headers.ETag =
            $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}\"";
        response.Headers.SetCookie = "session=of-the-last-visitor";
        if (http.Request.Path == "/hop")
        {
            // Kestrel closes the connection after it.
            response.Headers.Connection = "X-Hop";
            response.Headers["X-Hop"] = "for the edge alone";
        }

        response.Headers["X-Text"] = "caf\u00e9";
        if (http.Request.Path == "/by-language")
        {
            response.Headers.Vary = "Accept-Language";
        }

        response.ContentType = "text/plain";
        response.StatusCode = StatusFor(http.Request.Headers);
        byte[] body = Encoding.Latin1.GetBytes(text);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static string Describe(HttpContext http, string body, string[] except)
    {
        IEnumerable<string> fields = http
            .Request.Headers.Where(field => !except.Contains(field.Key, StringComparer.OrdinalIgnoreCase))
            .OrderBy(field => field.Key, StringComparer.OrdinalIgnoreCase)
            .Select(field => $"{field.Key}: {field.Value}\n");
        string target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        return $"{http.Request.Method} {target}\nread as {http.Request.Path.Value}\n{string.Concat(fields)}{body}";
    }

    /// <summary>The errors of the published attacks: method override, oversized field, control character, a port that is none.</summary>
    private static int StatusFor(IHeaderDictionary fields) =>
        fields.Keys.Any(name => name.Contains("Method", StringComparison.OrdinalIgnoreCase)) ? 404
        : fields.Any(field =>
            field.Value.ToString() is var value && (value.Length > 1000 || value.Any(char.IsControl))
        )
            ? 400
        : fields.ContainsKey("X-Forwarded-Port") ? 301
        : 200;
}
