using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;
using Weather.StandIns.MetNorway;

namespace Weather.StandIns;

/// <summary>
/// A Kestrel on loopback that speaks MET Norway's Locationforecast 2.0 complete and holds its terms: 403 without a contact in the
/// User-Agent or with a fifth decimal, 304 only for a Last-Modified repeated byte for byte. The weather is that of
/// <see cref="OpenMeteoStandIn"/>: a storm at both is one storm.
/// </summary>
public sealed class MetNorwayStandIn : IAsyncDisposable
{
    public const string Path = "/weatherapi/locationforecast/2.0/complete";

    private readonly WebApplication _app;
    private readonly Gate _gate = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();

    private MetNorwayStandIn(WebApplication app, TimeProvider time)
    {
        _app = app;
        Time = time;
        PublishedAt = time.GetUtcNow();
        LastModified = PublishedAt.ToString("R");
    }

    /// <summary>With a trailing slash.</summary>
    public Uri BaseAddress => new($"{_app.Urls.First()}/");

    /// <summary>How the requests from now on are answered.</summary>
    public StandInMode Mode { get; set; }

    /// <summary>Requests so far, refused ones included, in the order of arrival.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    public int Calls => _requests.Count;

    /// <summary>The validator of what is published now; set one in another form to see whether it is repeated verbatim.</summary>
    public string LastModified { get; set; }

    /// <summary>How far Expires is ahead.</summary>
    public TimeSpan FreshFor { get; set; } = new(0, 30, 22);

    /// <summary>Replaces the Expires header; the empty text leaves it out.</summary>
    public string? Expires { get; set; }

    /// <summary>Where <see cref="StandInMode.Redirect"/> leads; only the first request is redirected.</summary>
    public Uri? RedirectTo { get; set; }

    internal TimeProvider Time { get; }

    internal DateTimeOffset PublishedAt { get; private set; }

    /// <param name="time">Whose now the forecasts begin with; the system's by default.</param>
    /// <param name="port">0 takes a free one.</param>
    public static async Task<MetNorwayStandIn> StartAsync(TimeProvider? time = null, int port = 0)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        WebApplication app = builder.Build();
        app.Urls.Clear();
        app.Urls.Add($"http://127.0.0.1:{port}");
        var standIn = new MetNorwayStandIn(app, time ?? TimeProvider.System);
        app.Run(standIn.ServeAsync);
        await app.StartAsync();
        return standIn;
    }

    /// <summary>New model data: from now on the old validator is answered with a body.</summary>
    public void Publish()
    {
        PublishedAt = Time.GetUtcNow();
        LastModified = PublishedAt.ToString("R");
    }

    /// <summary>Holds the next request; completes when it has arrived.</summary>
    public Task HoldNext() => _gate.HoldNext();

    public void Release() => _gate.Release();

    public async ValueTask DisposeAsync()
    {
        if (_closing.IsCancellationRequested)
        {
            return;
        }

        await _closing.CancelAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _closing.Dispose();
    }

    private async Task ServeAsync(HttpContext http)
    {
        _requests.Enqueue(
            new ReceivedRequest(
                http.Request.Method,
                http.Request.GetEncodedPathAndQuery(),
                Header("User-Agent"),
                Header("Accept-Encoding"),
                Header("If-Modified-Since"),
                Time.GetUtcNow()
            )
        );
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _closing.Token);
        try
        {
            await _gate.PassAsync(gone.Token);
            StandInMode mode = Mode;
            if (mode is StandInMode.Hang)
            {
                await _gate.WaitAsync(gone.Token);
                mode = StandInMode.Normal;
            }

            await LocationforecastAnswers.AnswerAsync(http, this, mode, gone.Token);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }

        string? Header(string name) =>
            http.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;
    }
}
