using System.Net;
using System.Text.Json;

namespace Weather.StandIns;

/// <summary>
/// Serves a folder of recorded exchanges (<c>manifest.json</c>, bodies, <c>.headers.json</c>) in place of a network: by path and query of
/// the recorded address, whatever the host, each in the order of recording, the last one again and again. Not recorded: 404.
/// </summary>
public sealed class ReplayHandler : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<Exchange>> _exchanges = new(StringComparer.Ordinal);

    public ReplayHandler(string folder)
    {
        using JsonDocument manifest = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(folder, "manifest.json"))
        );
        foreach (JsonElement entry in manifest.RootElement.EnumerateArray())
        {
            string file = Path.Combine(folder, entry.GetProperty("file").GetString()!);
            var exchange = new Exchange(
                (HttpStatusCode)entry.GetProperty("status").GetInt32(),
                file,
                Path.ChangeExtension(file, ".headers.json")
            );
            string key = Key(exchange.Address ?? Address(entry.GetProperty("endpoint").GetString()!));
            if (!_exchanges.TryGetValue(key, out Queue<Exchange>? queue))
            {
                _exchanges[key] = queue = new Queue<Exchange>();
            }

            queue.Enqueue(exchange);
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        lock (_lock)
        {
            Uri asked = request.RequestUri!;
            if (
                !_exchanges.TryGetValue(Key(asked.PathAndQuery), out Queue<Exchange>? queue)
                // Recorded by someone who kept only the path.
                && !_exchanges.TryGetValue(asked.AbsolutePath, out queue)
            )
            {
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
            }

            Exchange exchange = queue.Count > 1 ? queue.Dequeue() : queue.Peek();
            return Task.FromResult(exchange.Answer(request));
        }
    }

    /// <summary>"GET host/path?query": some recordings have no headers beside them, and the manifest alone tells what was asked.</summary>
    private static string Address(string endpoint) =>
        endpoint.IndexOf('/', StringComparison.Ordinal) is >= 0 and int path ? endpoint[path..] : endpoint;

    /// <summary>Order of parameters says nothing.</summary>
    private static string Key(string pathAndQuery)
    {
        string[] parts = pathAndQuery.Split('?', 2);
        return parts.Length < 2
            ? parts[0]
            : $"{parts[0]}?{string.Join('&', parts[1].Split('&').Order(StringComparer.Ordinal))}";
    }

    private sealed record Exchange(HttpStatusCode Status, string Body, string Headers)
    {
        public string? Address =>
            Read() is { } json && json.TryGetProperty("request_uri", out JsonElement uri)
                ? new Uri(uri.GetString()!).PathAndQuery
                : null;

        public HttpResponseMessage Answer(HttpRequestMessage request)
        {
            var response = new HttpResponseMessage(Status)
            {
                Content = new ByteArrayContent(File.ReadAllBytes(Body)),
                RequestMessage = request,
            };
            if (Read() is { } json)
            {
                foreach (JsonProperty header in json.GetProperty("response_headers").EnumerateObject())
                {
                    // The bodies are stored decoded; what described the coded one would lie.
                    if (
                        header.Name.ToUpperInvariant()
                        is not ("CONTENT-LENGTH" or "CONTENT-ENCODING" or "TRANSFER-ENCODING")
                    )
                    {
                        string value = header.Value.GetString()!;
                        _ =
                            response.Headers.TryAddWithoutValidation(header.Name, value)
                            || response.Content.Headers.TryAddWithoutValidation(header.Name, value);
                    }
                }
            }

            return response;
        }

        private JsonElement? Read() =>
            File.Exists(Headers) ? JsonElement.Parse(File.ReadAllBytes(Headers)) : null;
    }
}
