using System.Globalization;
using System.Text;

namespace Weather.HttpCache.Tests.Origin;

/// <summary>What the scripted origin says, to the byte: framing, and where it breaks off.</summary>
public sealed record Reply
{
    public int Status { get; init; } = 200;
    public IReadOnlyList<(string Name, string Value)> Fields { get; init; } = [];
    public byte[] Body { get; init; } = [];
    public Framing Framing { get; init; } = Framing.ContentLength;

    /// <summary>How many bytes of the whole message leave before the connection ends; null for all of it.</summary>
    public int? CutAfter { get; init; }

    /// <summary>True to end it with RST, false with FIN.</summary>
    public bool Reset { get; init; }

    /// <summary>The answer waits for this.</summary>
    public Task Barrier { get; init; } = Task.CompletedTask;

    /// <summary>How many bytes of the message leave before it waits.</summary>
    public int BytesBeforeBarrier { get; init; }

    public static Reply Of(string body, params (string Name, string Value)[] fields) =>
        new() { Body = Encoding.UTF8.GetBytes(body), Fields = fields };

    public int HeadLength => Head().Length;

    public byte[] Message(bool withBody)
    {
        byte[] head = Head();
        return withBody && Status is not (204 or 304) ? [.. head, .. Framed()] : head;
    }

    private byte[] Head()
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} Said\r\n");
        foreach ((string name, string value) in Fields)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        if (Status is not (204 or 304))
        {
            head.Append(
                Framing switch
                {
                    Framing.ContentLength => $"Content-Length: {Body.Length}\r\n",
                    Framing.Chunked => "Transfer-Encoding: chunked\r\n",
                    _ => "Connection: close\r\n",
                }
            );
        }

        return Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
    }

    private byte[] Framed()
    {
        if (Framing != Framing.Chunked)
        {
            return Body;
        }

        List<byte> framed = [];
        foreach (byte[] chunk in Body.Chunk(100))
        {
            framed.AddRange(Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"));
            framed.AddRange(chunk);
            framed.AddRange("\r\n"u8);
        }

        framed.AddRange("0\r\n\r\n"u8);
        return [.. framed];
    }
}
