using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Weather.Api;
using Weather.ServiceDefaults;
using Weather.StandIns;
using Xunit;

namespace Weather.Edge.Tests.RealApi;

/// <summary>An edge before the API itself, which asks an upstream on loopback.</summary>
public sealed class EdgeAndApi : IAsyncLifetime
{
    private readonly StoppedTime _time;
    private ApiRole _api = null!;
    private RunningEdge _edge = null!;

    public EdgeAndApi()
        : this(TimeProvider.System.GetUtcNow()) { }

    internal EdgeAndApi(DateTimeOffset now) => _time = new StoppedTime(now);

    public OpenMeteoStandIn Upstream { get; private set; } = null!;

    public HttpClient Edge => _edge.Http;

    /// <summary>The API without an edge before it.</summary>
    public HttpClient Api { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Upstream = await OpenMeteoStandIn.StartAsync(_time);
        _api = new ApiRole(["http://127.0.0.1:0"], isPublic: false);
        await _api.StartAsync(
            new RoleContext(
                new ConfigurationBuilder()
                    .AddInMemoryCollection([
                        new("Weather:Usage", "non-commercial"),
                        new("Weather:Providers:OpenMeteo:BaseAddress", Upstream.BaseAddress.ToString()),
                        new("Weather:Providers:OpenMeteo:Plan", "own"),
                        new("Weather:StateDirectory", "none"),
                    ])
                    .Build(),
                "Production",
                NullLoggerFactory.Instance,
                _time,
                new Draining()
            ),
            CancellationToken.None
        );
        Api = new HttpClient { BaseAddress = new Uri(_api.Addresses.First()) };
        _edge = await RunningEdge.StartAsync(
            ("ReverseProxy:Clusters:api:Destinations:one:Address", _api.Addresses.First())
        );
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await _edge.DisposeAsync();
        await _api.StopAsync(CancellationToken.None);
        await _api.DisposeAsync();
        await Upstream.DisposeAsync();
    }
}
