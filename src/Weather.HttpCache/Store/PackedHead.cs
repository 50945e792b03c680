using System.Text;
using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Store;

/// <summary>
/// A message as it is held: what it shares with others, and in one array what is its own.
/// <code>
/// own = times of the message, then per line of its own: number of the name, length, text in UTF-8
/// </code>
/// </summary>
internal readonly struct PackedHead
{
    /// <summary>Fields whose lines are made for one answer. Their order is part of the packed form.</summary>
    private static readonly string[] OwnNames =
    [
        "Date",
        "ETag",
        "Last-Modified",
        "Expires",
        "Cache-Tag",
        "Server-Timing",
        "Set-Cookie",
        "Location",
        "Content-Location",
        "Cache-Status",
        "traceparent",
        "X-Request-Id",
    ];

    private const int DateNumber = 0;
    private const int UsuallyOwn = 6;

    private readonly byte[] _own;

    private PackedHead(SharedHead shared, byte[] own)
    {
        Shared = shared;
        _own = own;
    }

    public SharedHead Shared { get; }

    public int OwnLength => _own.Length;

    public static bool IsOwn(string name) => NumberOf(name) >= 0;

    public static PackedHead Of(Message message, SharedHead shared)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        MessageTimes times = message.Times;
        long received = times.Received.UtcTicks;
        writer.Write7BitEncodedInt64(received);
        writer.Write7BitEncodedInt64(received - times.Asked.UtcTicks);
        writer.Write7BitEncodedInt64(received - times.Date.UtcTicks);
        // Usually nothing: the age at arrival is what the dates say.
        writer.Write7BitEncodedInt64((times.InitialAge - (times.Received - times.Date)).Ticks);
        writer.Write7BitEncodedInt64(times.Lifetime.Ticks);
        foreach (HeaderField field in message.Fields.All)
        {
            int number = NumberOf(field.Name);
            if (number >= 0 && !(number == DateNumber && IsWrittenFrom(times.Date, field.Lines)))
            {
                foreach (string line in field.Lines)
                {
                    writer.Write((byte)number);
                    writer.Write(line);
                }
            }
        }

        writer.Flush();
        return new PackedHead(shared, bytes.ToArray());
    }

    public Message Unpack()
    {
        var reader = new PackedReader(_own);
        DateTimeOffset received = new(reader.Number(), TimeSpan.Zero);
        DateTimeOffset asked = received - reader.Time();
        DateTimeOffset date = received - reader.Time();
        TimeSpan age = received - date + reader.Time();
        var times = new MessageTimes(asked, received, date, age, Lifetime: reader.Time());
        List<HeaderField> fields = new(Shared.Fields.Length + UsuallyOwn);
        fields.AddRange(Shared.Fields);
        bool hasDate = false;
        while (!reader.AtEnd)
        {
            int number = reader.Byte();
            string name = OwnNames[number];
            string line = reader.Text();
            hasDate |= number == DateNumber;
            if (fields.Count > 0 && ReferenceEquals(fields[^1].Name, name))
            {
                fields[^1] = new HeaderField(name, [.. fields[^1].Lines, line]);
            }
            else
            {
                fields.Add(new HeaderField(name, [line]));
            }
        }

        if (!hasDate)
        {
            fields.Add(new HeaderField(OwnNames[DateNumber], [HttpDate.Write(times.Date)]));
        }

        return new Message(Shared.Status, new HeaderFields([.. fields]), Shared.Directives, times);
    }

    private static bool IsWrittenFrom(DateTimeOffset date, string[] lines) =>
        lines is [string line] && line == HttpDate.Write(date);

    private static int NumberOf(string name) =>
        Array.FindIndex(OwnNames, own => own.Equals(name, StringComparison.OrdinalIgnoreCase));
}
