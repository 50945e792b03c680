using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weather.StandIns.OpenMeteo;

namespace Weather.StandIns;

/// <summary>
/// A Kestrel on loopback that speaks Open-Meteo's forecast protocol (https://open-meteo.com/en/docs) and fails on demand in
/// the ways that were seen there. The weather is made up, deterministic, and plausible for the place and the season.
/// </summary>
public sealed class OpenMeteoStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly Gate _gate = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Lock _lock = new();
    private readonly LimitedService _limited = new();
    private double _weight;
    private int _metadataCalls;

    private OpenMeteoStandIn(WebApplication app, TimeProvider time)
    {
        _app = app;
        _time = time;
        Air = new AirQualityEndpoint(time);
    }

    /// <summary>The other endpoint of the same server.</summary>
    public AirQualityEndpoint Air { get; }

    /// <summary>With a trailing slash.</summary>
    public Uri BaseAddress => new($"{_app.Urls.First()}/");

    /// <summary>How the requests from now on are answered.</summary>
    public StandInMode Mode { get; set; }

    /// <summary>When set, it answers 429 as Open-Meteo does, and serves one request at a time.</summary>
    public RateLimiter? Limiter
    {
        get => _limited.Limiter;
        set => _limited.Limiter = value;
    }

    /// <summary>What <c>/data/MODEL/static/meta.json</c> tells, by model; 404 for the others.</summary>
    public ConcurrentDictionary<string, ModelMetadata> Models { get; } = new(StringComparer.Ordinal);

    /// <summary>How often that was asked for; it counts against no quota.</summary>
    public int MetadataCalls => Volatile.Read(ref _metadataCalls);

    /// <summary>Answers of <see cref="Limiter"/> with 429 so far.</summary>
    public int TooMany => _limited.TooMany;

    /// <summary>Requests to <c>/v1/forecast</c> so far, answered or not.</summary>
    public int Calls => _requests.Count;

    /// <summary>Path and query of each of those, in the order of arrival.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>
    /// What Open-Meteo would have counted against the quota: per place max(1, V/10, V/10·days/14), and 1 per failure.
    /// </summary>
    public double Weight
    {
        get
        {
            lock (_lock)
            {
                return _weight;
            }
        }
    }

    /// <param name="time">Whose today the forecasts begin with; the system's by default.</param>
    /// <param name="port">0 takes a free one.</param>
    public static async Task<OpenMeteoStandIn> StartAsync(TimeProvider? time = null, int port = 0)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        WebApplication app = builder.Build();
        app.Urls.Clear();
        app.Urls.Add($"http://127.0.0.1:{port}");
        var standIn = new OpenMeteoStandIn(app, time ?? TimeProvider.System);
        app.Run(standIn.ServeAsync);
        await app.StartAsync();
        return standIn;
    }

    /// <summary>
    /// Holds the next request until <see cref="Release"/>. Await the returned task before releasing: it completes when that
    /// request has arrived.
    /// </summary>
    public Task HoldNext() => _gate.HoldNext();

    /// <summary>Lets everything go that waits now: the held request and those of <see cref="StandInMode.Hang"/>.</summary>
    public void Release() => _gate.Release();

    /// <summary>Until the process is asked to end (SIGTERM, Ctrl+C).</summary>
    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

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
        _limited.Dispose();
    }

    private async Task ServeAsync(HttpContext http)
    {
        if (http.Request.Path == AirQualityEndpoint.Path)
        {
            await Air.ServeAsync(http, _closing.Token);
            return;
        }

        if (ModelOf(http.Request.Path) is { } model)
        {
            Interlocked.Increment(ref _metadataCalls);
            await (
                Models.TryGetValue(model, out ModelMetadata? metadata)
                    ? Answers.JsonAsync(http, metadata.ToJson())
                    : Answers.RefuseAsync(http, new Refusal(404, "Not Found"))
            );
            return;
        }

        if (http.Request.Path != "/v1/forecast")
        {
            await Answers.RefuseAsync(http, new Refusal(404, "Not Found"));
            return;
        }

        _requests.Enqueue(http.Request.GetEncodedPathAndQuery());
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

            await _limited.ServeAsync(http, Now, () => AnswerAsync(http, mode, gone.Token));
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
    }

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private static string? ModelOf(PathString path) =>
        path.Value?.Split('/') is ["", "data", { } model, "static", "meta.json"] ? model : null;

    /// <returns>The weight of the answer.</returns>
    private async Task<double> AnswerAsync(
        HttpContext http,
        StandInMode mode,
        CancellationToken cancellationToken
    )
    {
        if (Answers.Refusal(mode) is { } refusal)
        {
            Count(1);
            await Answers.RefuseAsync(http, refusal);
            return 1;
        }

        DateOnly today = DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);
        if (!ForecastQuery.TryRead(http.Request.Query, out ForecastQuery? query, out refusal))
        {
            Count(1);
            await Answers.RefuseAsync(http, refusal);
            return 1;
        }

        Count(query.Weight);
        await Answers.SendAsync(http, mode, query, today, cancellationToken);
        return query.Weight;
    }

    private void Count(double weight)
    {
        lock (_lock)
        {
            _weight += weight;
        }
    }
}
