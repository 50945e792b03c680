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
    private readonly StoppedTime _time = new();
    private OpenMeteoStandIn _upstream = null!;
    private ApiRole _api = null!;
    private RunningEdge _edge = null!;

    public HttpClient Edge => _edge.Http;

    /// <summary>The API without an edge before it.</summary>
    public HttpClient Api { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _upstream = await OpenMeteoStandIn.StartAsync(_time);
        _api = new ApiRole(["http://127.0.0.1:0"], isPublic: false);
        await _api.StartAsync(
            new RoleContext(
                new ConfigurationBuilder()
                    .AddInMemoryCollection([
                        new("Weather:Usage", "non-commercial"),
                        new("Weather:Providers:OpenMeteo:BaseAddress", _upstream.BaseAddress.ToString()),
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
        await _upstream.DisposeAsync();
    }
}
