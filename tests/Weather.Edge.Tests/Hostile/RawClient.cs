using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Weather.Edge.Tests.Hostile;

/// <summary>Sends bytes that no well-behaved client would send, and reads one answer.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly TcpClient _tcp;
    private readonly Stream _stream;

    private RawClient(TcpClient tcp)
    {
        _tcp = tcp;
        _stream = tcp.GetStream();
    }

    public static async Task<RawClient> ConnectAsync(Uri address, CancellationToken cancel)
    {
        var tcp = new TcpClient { NoDelay = true };
        await tcp.ConnectAsync(address.Host, address.Port, cancel);
        return new RawClient(tcp);
    }

    /// <summary>One request on a connection of its own; each character is one byte.</summary>
    public static async Task<RawAnswer> AskAsync(Uri address, string request, CancellationToken cancel)
    {
        using RawClient client = await ConnectAsync(address, cancel);
        await client.SendAsync(request, cancel);
        bool isHead = request.StartsWith("HEAD ", StringComparison.Ordinal);
        return await client.ReadAsync(isHead, cancel);
    }

    public ValueTask SendAsync(string bytes, CancellationToken cancel) =>
        _stream.WriteAsync(Encoding.Latin1.GetBytes(bytes), cancel);

    public async Task<RawAnswer> ReadAsync(bool isHead, CancellationToken cancel)
    {
        string head = await UntilAsync("\r\n\r\n", cancel);
        if (!head.StartsWith("HTTP/1", StringComparison.Ordinal))
        {
            return RawAnswer.None;
        }

        string[] lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in lines.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string value = line[(colon + 1)..].Trim();
            fields[line[..colon]] = fields.TryGetValue(line[..colon], out string? before)
                ? $"{before}, {value}"
                : value;
        }

        int status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
        if (status == 100)
        {
            return await ReadAsync(isHead, cancel);
        }

        return new RawAnswer(
            status,
            fields,
            isHead || status is 204 or 304 ? "" : await BodyAsync(fields, cancel)
        );
    }

    public void Dispose() => _tcp.Dispose();

    private async Task<string> BodyAsync(Dictionary<string, string> fields, CancellationToken cancel)
    {
        if (fields.TryGetValue("Content-Length", out string? length))
        {
            byte[] body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
            await _stream.ReadExactlyAsync(body, cancel);
            return Encoding.Latin1.GetString(body);
        }

        return await UntilAsync("0\r\n\r\n", cancel);
    }

    private async Task<string> UntilAsync(string end, CancellationToken cancel)
    {
        var read = new StringBuilder();
        byte[] one = new byte[1];
        try
        {
            while (await _stream.ReadAsync(one, cancel) == 1)
            {
                read.Append((char)one[0]);
                if (one[0] == end[^1] && read.ToString().EndsWith(end, StringComparison.Ordinal))
                {
                    break;
                }
            }
        }
        catch (IOException)
        {
            // Reset: what came before it is the answer.
        }

        return read.ToString();
    }
}
