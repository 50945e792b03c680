using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Weather.HttpCache.Tests.Origin;
using Weather.HttpCache.Tests.Proxy;

namespace Weather.HttpCache.Tests.Sockets;

/// <summary>Client, cache, YARP and origin, on real sockets and with time in the test's hands.</summary>
public sealed class Running : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TaskCompletionSource _aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _entered = new(0);

    private Running(Func<Asked, Reply> script, Action<HttpCacheOptions>? configure, CacheKeyRule? rule)
    {
        Origin = new ScriptedOrigin(script);
        _app = CachingProxy.Build("http://127.0.0.1:0", Origin.Url, Time, configure, rule, Watch);
    }

    public WatchedTime Time { get; } = new();
    public ScriptedOrigin Origin { get; }
    public HttpClient Client { get; private set; } = null!;
    public SharedHttpCache Cache => _app.Services.GetRequiredService<SharedHttpCache>();

    /// <summary>The proxy has seen that a client left.</summary>
    public Task Aborted => _aborted.Task;

    public static async Task<Running> StartAsync(
        Func<Asked, Reply> script,
        Action<HttpCacheOptions>? configure = null,
        CacheKeyRule? rule = null
    )
    {
        var running = new Running(script, configure, rule);
        await running._app.StartAsync(TestContext.Current.CancellationToken);
        running.Client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
            }
        )
        {
            BaseAddress = new Uri(running._app.Urls.First()),
            Timeout = TimeSpan.FromMinutes(2),
        };
        return running;
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Get, path, fields);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        (string Name, string Value)[] fields,
        CancellationToken? cancellationToken = null
    )
    {
        using var request = new HttpRequestMessage(method, path);
        foreach ((string name, string value) in fields)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, cancellationToken ?? TestContext.Current.CancellationToken);
    }

    public async Task<string> TextAsync(string path, params (string Name, string Value)[] fields)
    {
        using HttpResponseMessage response = await GetAsync(path, fields);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Returns when so many more requests have entered the proxy.</summary>
    public async Task EnteredAsync(int requests)
    {
        for (int k = 0; k < requests; k++)
        {
            await _entered.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Returns when no fetch is under way.</summary>
    public async Task SettledAsync()
    {
        while (Cache.Statistics.Fetches > 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Origin.DisposeAsync();
        await _app.DisposeAsync();
        _entered.Dispose();
    }

    private void Watch(IApplicationBuilder app) =>
        app.Use(
            (HttpContext http, RequestDelegate next) =>
            {
                http.RequestAborted.Register(() => _aborted.TrySetResult());
                _entered.Release();
                return next(http);
            }
        );
}
