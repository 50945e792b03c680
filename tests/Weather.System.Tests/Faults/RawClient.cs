using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Weather.System.Tests.Faults;

/// <summary>A client that asks once and decides itself when it reads, and when it leaves.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket _socket;

    private RawClient(Socket socket) => _socket = socket;

    public static async Task<RawClient> AskAsync(Uri server, string path, CancellationToken cancellationToken)
    {
        // Before connecting, because it bounds the window that is offered: an unread answer stays in the server's hands.
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            ReceiveBufferSize = 4096,
        };
        await socket.ConnectAsync(IPAddress.Loopback, server.Port, cancellationToken);
        byte[] request = Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\n\r\n"
        );
        await socket.SendAsync(request, cancellationToken);
        return new RawClient(socket);
    }

    /// <summary>Everything until the server closes.</summary>
    public async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        using var stream = new NetworkStream(_socket);
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, cancellationToken);
        return all.ToArray();
    }

    /// <summary>Leaves at once, with a reset.</summary>
    public void Abort()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Close();
    }

    public void Dispose() => _socket.Dispose();
}
