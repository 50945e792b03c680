using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Weather.ServiceDefaults;

namespace Weather.Edge.Tests;

/// <summary>The edge role on a loopback port, with the widget that the build put beside it.</summary>
internal sealed class RunningEdge : IAsyncDisposable
{
    private readonly EdgeRole _role;

    private RunningEdge(EdgeRole role)
    {
        _role = role;
        Http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = new Uri(role.Addresses.First()),
        };
    }

    public HttpClient Http { get; }

    public static async Task<RunningEdge> StartAsync(params (string Key, string Value)[] settings)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))
            )
            .Build();
        // Nobody listens at the API's address: these tests never reach it.
        var role = new EdgeRole(["http://127.0.0.1:0"], () => ["http://127.0.0.1:1"]);
        await role.StartAsync(
            new RoleContext(
                configuration,
                "Production",
                NullLoggerFactory.Instance,
                TimeProvider.System,
                new Draining()
            ),
            CancellationToken.None
        );
        return new RunningEdge(role);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _role.StopAsync(CancellationToken.None);
        await _role.DisposeAsync();
    }
}
