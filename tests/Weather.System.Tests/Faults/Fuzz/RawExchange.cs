using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Weather.System.Tests.Faults.Fuzz;

/// <summary>Bytes to a server on a connection of their own, and all that comes back until it closes.</summary>
internal static partial class RawExchange
{
    /// <param name="server">Where to.</param>
    /// <param name="input">What is sent.</param>
    /// <param name="patience">
    /// How long the server may wait for more of a message before we hang up. It decides how much is tried, and no verdict.
    /// </param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>The status of every answer.</returns>
    /// <exception cref="OperationCanceledException">The server did not close although we hung up.</exception>
    public static async Task<int[]> StatusesAsync(
        Uri server,
        byte[] input,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
        };
        await socket.ConnectAsync(IPAddress.Loopback, server.Port, cancellationToken);
        using var answer = new MemoryStream();
        try
        {
            Task sending = SendAsync(socket, input, cancellationToken);
            await ReadAsync(socket, answer, patience, cancellationToken);
            await sending;
        }
        catch (SocketException)
        {
            // It closed before it had read everything: its right.
        }

        string text = Encoding.Latin1.GetString(answer.ToArray());
        return [.. StatusLine().Matches(text).Select(match => int.Parse(match.ValueSpan[9..12]))];
    }

    private static async Task SendAsync(
        Socket socket,
        ReadOnlyMemory<byte> bytes,
        CancellationToken cancellationToken
    )
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes, cancellationToken)..];
        }
    }

    private static async Task ReadAsync(
        Socket socket,
        MemoryStream answer,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        byte[] buffer = new byte[16 * 1024];
        Task<int> reading = socket.ReceiveAsync(buffer, cancellationToken).AsTask();
        bool hungUp = false;
        while (true)
        {
            if (!hungUp && await Task.WhenAny(reading, Task.Delay(patience, cancellationToken)) != reading)
            {
                socket.Shutdown(SocketShutdown.Send);
                hungUp = true;
            }

            int read = await reading;
            if (read == 0)
            {
                return;
            }

            answer.Write(buffer, 0, read);
            reading = socket.ReceiveAsync(buffer, cancellationToken).AsTask();
        }
    }

    [GeneratedRegex(@"HTTP/1\.1 [0-9]{3} ", RegexOptions.None, 1000)]
    private static partial Regex StatusLine();
}
