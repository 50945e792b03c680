using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Weather.ServiceDefaults.Purging;

namespace Weather.Edge.Management;

/// <summary>Passes a purge on to the management ports of other nodes: every address of a name is a node, and each is asked by itself.</summary>
/// <param name="token">The token that all nodes share; without one nobody gets here.</param>
/// <param name="resolve">The addresses of a host name.</param>
internal sealed class ManagementNodes(
    string? token,
    Func<string, CancellationToken, Task<IPAddress[]>> resolve
) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(2),
        }
    )
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    public async Task<IReadOnlyList<NodeResult>> PurgeAsync(
        IEnumerable<Uri> names,
        Purge purge,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<NodeResult>[] results = await Task.WhenAll(
            names
                .Distinct()
                .Select(async name =>
                {
                    IPAddress[] addresses = await ResolveAsync(name, cancellationToken);
                    return addresses.Length == 0
                        ? [NodeResult.Failed(Display(name), "The name has no address.")]
                        : (IReadOnlyList<NodeResult>)
                            [
                                .. (
                                    await Task.WhenAll(
                                        addresses.Select(address =>
                                            AskAsync(name, address, purge, cancellationToken)
                                        )
                                    )
                                ).SelectMany(nodes => nodes),
                            ];
                })
        );
        return [.. results.SelectMany(nodes => nodes)];
    }

    public void Dispose() => _http.Dispose();

    private async Task<IPAddress[]> ResolveAsync(Uri name, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(name.Host.Trim('[', ']'), out IPAddress? address))
        {
            return [address];
        }

        try
        {
            return [.. (await resolve(name.IdnHost, cancellationToken)).Distinct()];
        }
        catch (SocketException)
        {
            return [];
        }
    }

    private async Task<IReadOnlyList<NodeResult>> AskAsync(
        Uri name,
        IPAddress address,
        Purge purge,
        CancellationToken cancellationToken
    )
    {
        var node = new UriBuilder(name)
        {
            Host = $"{address}",
            Path = "/cache/purge",
            Query = purge.ForAnother,
        };
        string display = Display(node.Uri);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, node.Uri);
            // TLS and virtual hosts go by the name.
            request.Headers.Host = name.Authority;
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using HttpResponseMessage answer = await _http.SendAsync(request, cancellationToken);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK or HttpStatusCode.BadGateway => await ReadAsync(
                    display,
                    answer,
                    cancellationToken
                ),
                HttpStatusCode.Forbidden =>
                [
                    NodeResult.Failed(
                        display,
                        "It refuses the token: Weather:Management:Token must be the same on all nodes."
                    ),
                ],
                HttpStatusCode.NotFound =>
                [
                    NodeResult.Failed(display, "This is no management port of ours."),
                ],
                var status => [NodeResult.Failed(display, $"It answered with {(int)status}.")],
            };
        }
        catch (HttpRequestException)
        {
            return [NodeResult.Failed(display, "It cannot be reached.")];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [NodeResult.Failed(display, $"It did not answer within {Patience.TotalSeconds} s.")];
        }
    }

    private static async Task<IReadOnlyList<NodeResult>> ReadAsync(
        string display,
        HttpResponseMessage answer,
        CancellationToken cancellationToken
    )
    {
        try
        {
            byte[] body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            PurgeReport? report = JsonSerializer.Deserialize(body, PurgeJson.Default.PurgeReport);
            return report is { Nodes.Count: > 0 }
                ? [.. report.Nodes.Select(node => node with { Node = $"{node.Node} {display}" })]
                : [NodeResult.Failed(display, "It names nothing that it did.")];
        }
        catch (JsonException)
        {
            return [NodeResult.Failed(display, "Its answer is not that of a management port of ours.")];
        }
    }

    private static string Display(Uri node) => node.GetLeftPart(UriPartial.Authority);
}
