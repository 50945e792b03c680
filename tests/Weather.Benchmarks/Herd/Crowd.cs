using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Weather.Benchmarks.Origin;

namespace Weather.Benchmarks.Herd;

/// <summary>Connections that stand open, and one question that all of them ask at once. Bare sockets: a client library would be what is measured.</summary>
internal sealed class Crowd : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private readonly Socket[] _sockets;
    private readonly Uri _address;

    private Crowd(Uri address, Socket[] sockets)
    {
        _address = address;
        _sockets = sockets;
    }

    public static async Task<Crowd> GatherAsync(string address, int size)
    {
        var uri = new Uri(address);
        var crowd = new Crowd(
            uri,
            [
                .. Enumerable
                    .Range(0, size)
                    .Select(_ => new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }),
            ]
        );
        await Parallel.ForEachAsync(
            crowd._sockets,
            new ParallelOptions { MaxDegreeOfParallelism = 64 },
            async (socket, cancellationToken) =>
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, uri.Port), cancellationToken)
        );
        return crowd;
    }

    /// <summary>Milliseconds until each had its whole answer, counted from the moment before the first asked.</summary>
    public async Task<double[]> AskAsync(int place)
    {
        byte[] request = Encoding.ASCII.GetBytes(
            $"GET {ForecastOrigin.Target(place)} HTTP/1.1\r\nHost: {_address.Authority}\r\n\r\n"
        );
        long start = Stopwatch.GetTimestamp();
        return await Task.WhenAll(
            _sockets.Select(async socket =>
            {
                await socket.SendAsync(request);
                await ReadAsync(socket);
                return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            })
        );
    }

    public void Dispose()
    {
        foreach (Socket socket in _sockets)
        {
            socket.Dispose();
        }
    }

    private static async Task ReadAsync(Socket socket)
    {
        byte[] buffer = new byte[32 * 1024];
        int have = 0;
        int whole = int.MaxValue;
        while (have < whole)
        {
            int read = await socket.ReceiveAsync(buffer.AsMemory(have));
            if (read == 0)
            {
                throw new InvalidOperationException("a connection was closed before its answer was whole");
            }

            have += read;
            int end = buffer.AsSpan(0, have).IndexOf(EndOfHead);
            if (whole == int.MaxValue && end >= 0)
            {
                whole = end + EndOfHead.Length + Length(Encoding.ASCII.GetString(buffer, 0, end));
            }
        }
    }

    private static int Length(string head)
    {
        const string name = "Content-Length: ";
        string[] lines = head.Split("\r\n");
        return lines[0] == "HTTP/1.1 200 OK"
            ? int.Parse(
                Array.Find(lines, line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase))![
                    name.Length..
                ],
                CultureInfo.InvariantCulture
            )
            : throw new InvalidOperationException(lines[0]);
    }
}
