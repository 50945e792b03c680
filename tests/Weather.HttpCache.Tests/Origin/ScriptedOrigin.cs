using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Weather.HttpCache.Tests.Origin;

/// <summary>
/// An HTTP/1.1 origin on loopback that answers by script and breaks off where told. It counts what it was asked, because that is what most tests
/// assert.
/// </summary>
public sealed class ScriptedOrigin : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Asked> _asked = new();
    private readonly SemaphoreSlim _arrivals = new(0);
    private readonly Task _accepting;

    /// <param name="script">What is answered to what.</param>
    /// <param name="port">Where a former origin listened that this one takes the place of; 0 for any.</param>
    public ScriptedOrigin(Func<Asked, Reply> script, int port = 0)
    {
        Script = script;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start(2048);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public Func<Asked, Reply> Script { get; set; }

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}";

    public IReadOnlyList<Asked> Requests => [.. _asked];

    public int Calls => _asked.Count;

    /// <summary>Returns when one more request has arrived than were awaited before.</summary>
    public Task ArrivalAsync(CancellationToken cancellationToken) => _arrivals.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _arrivals.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            Socket socket = await _listener.AcceptSocketAsync(_stop.Token);
            _ = ServeAsync(socket);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            using (socket)
            {
                while (await ReadAsync(socket) is { } asked)
                {
                    _asked.Enqueue(asked);
                    Reply reply = Script(asked);
                    _arrivals.Release();
                    byte[] message = reply.Message(asked.Method != "HEAD");
                    int length = Math.Min(reply.CutAfter ?? message.Length, message.Length);
                    int early = Math.Min(reply.BytesBeforeBarrier, length);
                    await SendAsync(socket, message.AsMemory(0, early));
                    await reply.Barrier.WaitAsync(_stop.Token);
                    await SendAsync(socket, message.AsMemory(early, length - early));
                    if (reply.CutAfter is not null || reply.Framing == Framing.UntilClose)
                    {
                        socket.LingerState = new LingerOption(enable: reply.Reset, seconds: 0);
                        return;
                    }
                }
            }
        }
        catch (Exception exception)
            when (exception is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The proxy hung up, or the test is over.
        }
    }

    private async Task SendAsync(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes, _stop.Token)..];
        }
    }

    private async Task<Asked?> ReadAsync(Socket socket)
    {
        List<byte> head = [];
        byte[] one = new byte[1];
        while (!head.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await socket.ReceiveAsync(one, _stop.Token) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        string[] lines = Encoding
            .Latin1.GetString([.. head])
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        string[] first = lines[0].Split(' ');
        Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in lines.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            fields[line[..colon]] = line[(colon + 1)..].Trim();
        }

        int length = int.Parse(fields.GetValueOrDefault("Content-Length", "0"));
        byte[] body = new byte[length];
        for (int read = 0; read < length; )
        {
            read += await socket.ReceiveAsync(body.AsMemory(read), _stop.Token);
        }

        return new Asked(first[0], first[1], fields);
    }
}
