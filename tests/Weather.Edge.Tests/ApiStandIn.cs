using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Weather.Edge.Tests;

/// <summary>An origin on loopback that says what the API would say in headers, keeps what it was asked, and can be ended and begun again.</summary>
internal sealed class ApiStandIn : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedRequest> _received = new();
    private readonly SemaphoreSlim _arrivals = new(0);
    private WebApplication _app = null!;

    private ApiStandIn(RequestDelegate answer) => Answer = answer;

    public RequestDelegate Answer { get; set; }

    public string Url { get; private set; } = "http://127.0.0.1:0";

    public IReadOnlyList<ReceivedRequest> Received => [.. _received];

    public int Calls => _received.Count;

    /// <param name="answer">Unset: 200 with the path and query as body, fresh for five minutes.</param>
    public static async Task<ApiStandIn> StartAsync(RequestDelegate? answer = null)
    {
        var api = new ApiStandIn(answer ?? FreshAsync);
        await api.BeginAsync();
        return api;
    }

    public static Task FreshAsync(HttpContext http)
    {
        http.Response.Headers["CDN-Cache-Control"] = "max-age=300, stale-if-error=86400";
        http.Response.Headers.CacheControl = "public, max-age=60";
        return http.Response.WriteAsync(
            $"{http.Request.Path}{http.Request.QueryString}",
            http.RequestAborted
        );
    }

    /// <summary>Returns when one more request has arrived than were awaited before.</summary>
    public Task ArrivalAsync(CancellationToken cancellationToken) => _arrivals.WaitAsync(cancellationToken);

    /// <summary>Returns when such a request has arrived.</summary>
    public async Task UntilAsync(Func<ReceivedRequest, bool> isSuch, CancellationToken cancellationToken)
    {
        while (!_received.Any(isSuch))
        {
            await _arrivals.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Listens, where it listened before if it did.</summary>
    public async Task BeginAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting();
        _app = builder.Build();
        _app.Urls.Add(Url);
        _app.Run(http =>
        {
            _received.Enqueue(ReceivedRequest.Of(http.Request));
            _arrivals.Release();
            return Answer(http);
        });
        await _app.StartAsync();
        Url = _app.Urls.First();
    }

    /// <summary>Ends at once, with the connections it has.</summary>
    public async Task KillAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _arrivals.Dispose();
    }
}
