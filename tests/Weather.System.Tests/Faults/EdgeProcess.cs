using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Weather.HttpCache.Tests.Origin;

namespace Weather.System.Tests.Faults;

/// <summary>
/// The built server as role <c>edge</c> in a process of its own, in front of many origins by <c>ReverseProxy</c> configuration alone, as an
/// operator runs it.
/// </summary>
internal sealed class EdgeProcess : IAsyncDisposable
{
    private readonly PublishedServer _server;
    private readonly ConcurrentQueue<Lane> _free;
    private readonly Lane[] _lanes;
    private readonly HttpClient _management = new();

    private EdgeProcess(PublishedServer server, Lane[] lanes)
    {
        _server = server;
        _lanes = lanes;
        _free = new ConcurrentQueue<Lane>(lanes);
    }

    public HttpClient Client { get; } =
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
            }
        );

    public Uri Address => Client.BaseAddress!;

    /// <param name="directory">Where the built or published server lies.</param>
    /// <param name="lanes">How many routes with an origin each.</param>
    /// <param name="cancellationToken">Ends the wait for its start.</param>
    /// <param name="settings">Further settings in their environment form.</param>
    public static async Task<EdgeProcess> StartAsync(
        string directory,
        int lanes,
        CancellationToken cancellationToken,
        params (string Key, string Value)[] settings
    )
    {
        Lane[] all =
        [
            .. Enumerable
                .Range(0, lanes)
                .Select(k => new Lane($"lane{k}", new ScriptedOrigin(_ => Reply.Of("unscripted")))),
        ];
        var edge = new EdgeProcess(
            PublishedServer.Start(
                directory,
                ["edge", "--urls=http://127.0.0.1:0"],
                [("Weather__Management__Url", "http://127.0.0.1:0"), .. all.SelectMany(RouteOf), .. settings]
            ),
            all
        );
        try
        {
            (edge.Client.BaseAddress, edge._management.BaseAddress) = await edge._server.ReadyAsync(
                cancellationToken
            );
        }
        catch
        {
            await edge.DisposeAsync();
            throw;
        }

        foreach (Lane lane in all)
        {
            lane.Client = edge.Client;
        }

        return edge;
    }

    /// <summary>A route and an origin that no other test uses.</summary>
    public Lane Take(Func<Asked, Reply> script)
    {
        if (!_free.TryDequeue(out Lane? lane))
        {
            throw new InvalidOperationException("Start the edge with more lanes.");
        }

        lane.Origin.Script = script;
        return lane;
    }

    /// <summary>Returns when so many requests of the public are in the edge's hands, as it says itself.</summary>
    public async Task HoldsRequestsAsync(int count, CancellationToken cancellationToken)
    {
        // The scrape is a request too.
        while (await SumAsync("http_server_active_requests{", "", cancellationToken) != count + 1)
        {
            await Task.Yield();
        }
    }

    /// <summary>How many connections are open at the public port, as the edge says itself.</summary>
    public async Task<int> ConnectionsAsync(CancellationToken cancellationToken) =>
        (int)
            await SumAsync(
                "kestrel_active_connections{",
                $"server_port=\"{Address.Port}\"",
                cancellationToken
            );

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Client.Dispose();
        _management.Dispose();
        foreach (Lane lane in _lanes)
        {
            await lane.DisposeAsync();
        }
    }

    private async Task<double> SumAsync(string series, string label, CancellationToken cancellationToken)
    {
        string metrics = await _management.GetStringAsync("/metrics", cancellationToken);
        return metrics
            .Split('\n')
            .Where(line =>
                line.StartsWith(series, StringComparison.Ordinal)
                && line.Contains(label, StringComparison.Ordinal)
            )
            .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }

    private static (string, string)[] RouteOf(Lane lane) =>
        [
            ($"ReverseProxy__Routes__{lane.Name}__ClusterId", lane.Name),
            ($"ReverseProxy__Routes__{lane.Name}__Match__Path", $"/{lane.Name}/{{**path}}"),
            ($"ReverseProxy__Clusters__{lane.Name}__Destinations__one__Address", lane.Origin.Url),
        ];
}
