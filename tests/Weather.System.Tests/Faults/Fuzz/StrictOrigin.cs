using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Weather.System.Tests.Faults.Fuzz;

/// <summary>
/// An origin that takes nothing but what RFC 9112 allows a sender to the letter, and keeps what it had to complain about. What reaches it must
/// be one whole, unambiguous message that the edge itself made: it carries the stamp that the edge's route sets.
/// </summary>
internal sealed class StrictOrigin : IAsyncDisposable
{
    public const string Stamp = "X-Edge-Stamp";

    private static readonly byte[] Answer = Encoding.ASCII.GetBytes(
        "HTTP/1.1 200 OK\r\nCache-Control: max-age=60\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nhere"
    );

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<string> _targets = new();
    private readonly string _stamp = Guid.NewGuid().ToString("N");
    private readonly Task _accepting;

    public StrictOrigin()
    {
        _listener.Start(512);
        _accepting = AcceptAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>What was not in order.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>What was asked for, in the order in which it came.</summary>
    public IReadOnlyCollection<string> Targets => _targets;

    /// <summary>A route of every method to this origin, which stamps what it forwards.</summary>
    public (string Key, string Value)[] Route(string name) =>
        [
            ($"ReverseProxy__Routes__{name}__ClusterId", name),
            ($"ReverseProxy__Routes__{name}__Match__Path", $"/{name}/{{**path}}"),
            ($"ReverseProxy__Routes__{name}__Transforms__0__RequestHeader", Stamp),
            ($"ReverseProxy__Routes__{name}__Transforms__0__Set", _stamp),
            ($"ReverseProxy__Clusters__{name}__Destinations__one__Address", Url),
        ];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            _ = ServeAsync(await _listener.AcceptSocketAsync(_stop.Token));
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            using var stream = new NetworkStream(socket, ownsSocket: true);
            var reader = new StrictReader(stream);
            while (await reader.ReadAsync(_stop.Token) is { } request)
            {
                _targets.Enqueue(request.Target);
                if (!request.Fields.Contains((Stamp, _stamp)))
                {
                    _complaints.Enqueue($"The edge did not make this request itself: {request.Target}");
                }

                await stream.WriteAsync(
                    request.Method == "HEAD" ? Answer.AsMemory(0, Answer.Length - 4) : Answer,
                    _stop.Token
                );
            }
        }
        catch (StrictReader.ViolationException violation)
        {
            _complaints.Enqueue(violation.Message);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The edge hung up, or the test is over.
        }
    }
}
