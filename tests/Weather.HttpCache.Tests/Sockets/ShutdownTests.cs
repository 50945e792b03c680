using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weather.HttpCache.Fetching;
using Weather.HttpCache.Tests.Origin;
using Weather.HttpCache.Tests.Proxy;

namespace Weather.HttpCache.Tests.Sockets;

/// <summary>A host that stops while the cache refreshes in the background.</summary>
public sealed class ShutdownTests : IDisposable
{
    private static readonly (string, string) Policy = (
        "CDN-Cache-Control",
        "max-age=10, stale-while-revalidate=600"
    );

    private readonly WatchedTime _time = new();
    private readonly WarningsKept _logs = new();
    private readonly TaskCompletionSource _gate = new();
    private int _answers;

    [Fact]
    public async Task The_host_waits_for_what_is_being_fetched_and_no_longer()
    {
        await using ScriptedOrigin origin = Origin();
        await using WebApplication app = Build(origin, before: new Stopping(), after: new Stopping());
        await RefreshAsync(app, origin);
        Task draining = Drain(app.Services).StopAsync(TestContext.Current.CancellationToken);
        Assert.False(draining.IsCompleted);
        _gate.SetResult();
        // The clock stands: only the end of the fetch can end this.
        await draining;
        Assert.Equal(0, Fetches(app));
        Assert.Equal(2, origin.Calls);
        Assert.Empty(_logs.Lines);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_being_fetched_is_cancelled_when_the_host_has_no_more_time()
    {
        await using ScriptedOrigin origin = Origin();
        using var patience = new CancellationTokenSource();
        var rest = new Stopping();
        await using WebApplication app = Build(
            origin,
            before: new Stopping { Do = patience.Cancel },
            after: rest
        );
        await RefreshAsync(app, origin);
        int? left = null;
        rest.Do = () => left = Fetches(app);
        await app.StopAsync(patience.Token).WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, left);
        Assert.Empty(_logs.Lines);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_endpoint_that_throws_because_the_host_stops_is_no_warning()
    {
        await using ServiceProvider services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_time)
            .AddLogging(logging => logging.AddProvider(_logs))
            .AddHttpCache()
            .BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        app.UseHttpCache();
        var asked = new TaskCompletionSource();
        var http = new DefaultHttpContext();
        http.Request.Method = "GET";
        http.SetEndpoint(
            new RouteEndpointBuilder(
                fetch =>
                {
                    asked.SetResult();
                    return Task.Delay(Timeout.Infinite, fetch.RequestAborted);
                },
                RoutePatternFactory.Parse("/"),
                order: 0
            ).Build()
        );
        Task waiting = app.Build()(http);
        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        await Drain(services).StopAsync(new CancellationToken(canceled: true));
        await waiting;
        Assert.Equal(StatusCodes.Status504GatewayTimeout, http.Response.StatusCode);
        Assert.Empty(_logs.Lines);
    }

    public void Dispose() => _logs.Dispose();

    /// <summary>Holds its second answer back.</summary>
    private ScriptedOrigin Origin() =>
        new(_ =>
            Interlocked.Increment(ref _answers) == 1
                ? Reply.Of("v1", Policy)
                : Reply.Of("v2", Policy) with
                {
                    Barrier = _gate.Task,
                }
        );

    /// <summary>Hosted services stop in the reverse of their order: the server, then these around the cache's own.</summary>
    private WebApplication Build(ScriptedOrigin origin, Stopping before, Stopping after) =>
        CachingProxy.Build(
            "http://127.0.0.1:0",
            origin.Url,
            _time,
            host: builder =>
            {
                builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(after));
                builder.Services.AddSingleton<IHostedService>(before);
                builder.Logging.AddProvider(_logs);
            }
        );

    /// <summary>Returns when the origin is being asked in the background.</summary>
    private async Task RefreshAsync(WebApplication app, ScriptedOrigin origin)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await app.StartAsync(token);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Assert.Equal("v1", await client.GetStringAsync("/a", token));
        await origin.ArrivalAsync(token);
        _time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal("v1", await client.GetStringAsync("/a", token));
        await origin.ArrivalAsync(token);
    }

    private static FetchDrain Drain(IServiceProvider services) =>
        services.GetServices<IHostedService>().OfType<FetchDrain>().Single();

    private static int Fetches(WebApplication app) =>
        app.Services.GetRequiredService<SharedHttpCache>().Statistics.Fetches;

    private sealed class Stopping : IHostedService
    {
        public Action Do { get; set; } = () => { };

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            Do();
            return Task.CompletedTask;
        }
    }
}
