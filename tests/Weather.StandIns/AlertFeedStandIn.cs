using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Weather.StandIns;

/// <summary>
/// A Kestrel on loopback that serves a feed of alerts and the messages that it leads to, in whatever format the test puts there, with
/// validators and 304 as the real ones have them.
/// </summary>
public sealed class AlertFeedStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Gate _gate = new();
    private readonly ConcurrentQueue<(string Path, string? IfNoneMatch, string? IfModifiedSince)> _requests =
        new();
    private readonly ConcurrentDictionary<string, byte[]> _bodies = new(StringComparer.Ordinal);

    private AlertFeedStandIn(WebApplication app) => _app = app;

    /// <summary>The feed itself.</summary>
    public Uri Address => new($"{_app.Urls.First()}/feed");

    /// <summary>200 with what was put there, or this alone.</summary>
    public int Status { get; set; } = StatusCodes.Status200OK;

    /// <summary>Sent with the feed, and answered with 304 when they come back byte for byte.</summary>
    public string? EntityTag { get; set; }

    public string? LastModified { get; set; }

    /// <summary>More headers of the feed.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<(string Path, string? IfNoneMatch, string? IfModifiedSince)> Requests =>
        [.. _requests];

    public static async Task<AlertFeedStandIn> StartAsync(string? feed = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.Urls.Clear();
        app.Urls.Add("http://127.0.0.1:0");
        var standIn = new AlertFeedStandIn(app);
        app.Run(standIn.ServeAsync);
        await app.StartAsync();
        if (feed is not null)
        {
            standIn.Put("/feed", feed);
        }

        return standIn;
    }

    public void Put(string path, string body) => Put(path, Encoding.UTF8.GetBytes(body));

    public void Put(string path, byte[] body) => _bodies[path] = body;

    /// <returns>Completes when the next request has arrived and waits for <see cref="Release"/>.</returns>
    public Task HoldNext() => _gate.HoldNext();

    public void Release() => _gate.Release();

    public async ValueTask DisposeAsync()
    {
        _gate.Release();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext http)
    {
        IHeaderDictionary asked = http.Request.Headers;
        _requests.Enqueue(
            (
                http.Request.GetEncodedPathAndQuery(),
                (string?)asked.IfNoneMatch,
                (string?)asked.IfModifiedSince
            )
        );
        try
        {
            await _gate.PassAsync(http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = Answer(http, out byte[] body);
        if (http.Response.StatusCode == StatusCodes.Status200OK)
        {
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        }
    }

    private int Answer(HttpContext http, out byte[] body)
    {
        string path = http.Request.Path;
        if (!_bodies.TryGetValue(path, out byte[]? found))
        {
            body = [];
            return StatusCodes.Status404NotFound;
        }

        body = found;
        if (path != "/feed")
        {
            return StatusCodes.Status200OK;
        }

        foreach ((string name, string value) in Headers)
        {
            http.Response.Headers[name] = value;
        }

        http.Response.Headers.ETag = EntityTag;
        http.Response.Headers.LastModified = LastModified;
        bool known =
            (EntityTag is not null && http.Request.Headers.IfNoneMatch == EntityTag)
            || (LastModified is not null && http.Request.Headers.IfModifiedSince == LastModified);
        return known ? StatusCodes.Status304NotModified : Status;
    }
}
