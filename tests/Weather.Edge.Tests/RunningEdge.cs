using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
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
        Address = new Uri(role.Addresses.First());
        Http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = Address,
        };
    }

    public HttpClient Http { get; }

    public Uri Address { get; }

    public static Task<RunningEdge> StartAsync(params (string Key, string Value)[] settings) =>
        StartAsync(TimeProvider.System, NullLoggerFactory.Instance, settings);

    /// <summary>In front of an API.</summary>
    public static Task<RunningEdge> StartAsync(
        ApiStandIn api,
        params (string Key, string Value)[] settings
    ) => StartAsync(TimeProvider.System, NullLoggerFactory.Instance, [At(api), .. settings]);

    public static async Task<RunningEdge> StartAsync(
        TimeProvider time,
        ILoggerFactory loggers,
        params (string Key, string Value)[] settings
    )
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))
            )
            .Build();
        // Nobody listens at the API's address unless the settings name another one.
        var role = new EdgeRole(["http://127.0.0.1:0"], () => ["http://127.0.0.1:1"]);
        await role.StartAsync(
            new RoleContext(configuration, "Production", loggers, time, new Draining()),
            CancellationToken.None
        );
        return new RunningEdge(role);
    }

    public static (string Key, string Value) At(ApiStandIn api, string name = "one") =>
        ($"ReverseProxy:Clusters:api:Destinations:{name}:Address", api.Url);

    /// <summary>A GET with header fields as they are given, however wrong.</summary>
    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, headers);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Http.SendAsync(request, Xunit.TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _role.StopAsync(CancellationToken.None);
        await _role.DisposeAsync();
    }
}
