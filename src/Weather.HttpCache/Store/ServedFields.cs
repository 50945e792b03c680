using System.Globalization;
using Microsoft.Extensions.Primitives;
using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Store;

/// <summary>
/// The fields of an entry as they are written to clients: prepared once, so that a hit copies references. What depends on the
/// request (<c>Age</c>, <c>Cache-Status</c>, length and coding) is not among them.
/// </summary>
internal sealed class ServedFields
{
    private ServedFields(
        KeyValuePair<string, StringValues>[] common,
        string? tag,
        string[] upstreamStatus,
        int size
    )
    {
        Common = common;
        Tag = tag;
        GzipTag = tag is null ? null : EntityTag.WithCoding(tag, "gzip");
        BrotliTag = tag is null ? null : EntityTag.WithCoding(tag, "br");
        UpstreamStatus = upstreamStatus;
        Size = size;
    }

    public ReadOnlyMemory<KeyValuePair<string, StringValues>> Common { get; }
    public string? Tag { get; }
    public string? GzipTag { get; }
    public string? BrotliTag { get; }

    /// <summary><c>Cache-Status</c> of caches nearer the origin; ours is appended (RFC 9211 2).</summary>
    public string[] UpstreamStatus { get; }

    public int Size { get; }

    public static ServedFields Of(Message message, bool isCodable)
    {
        List<KeyValuePair<string, StringValues>> common = [];
        int size = 0;
        foreach (HeaderField field in message.Fields.All)
        {
            size += field.Name.Length + field.Lines.Sum(line => line.Length);
            if (!IsOfTheRequest(field.Name))
            {
                common.Add(new(field.Name, field.Lines));
            }
        }

        if (!message.Fields.Has("Date"))
        {
            common.Add(new("Date", HttpDate.Write(message.Received)));
        }

        string[] vary = message.Fields.Lines("Vary");
        if (isCodable && !NamesAcceptEncoding(vary))
        {
            common.Add(
                new(
                    "Vary",
                    vary.Length == 0 ? "Accept-Encoding" : $"{string.Join(", ", vary)}, Accept-Encoding"
                )
            );
        }
        else if (vary.Length > 0)
        {
            common.Add(new("Vary", vary));
        }

        return new ServedFields(
            [.. common],
            message.Fields.Single("ETag"),
            message.Fields.Lines("Cache-Status"),
            size
        );
    }

    public static string Seconds(TimeSpan time) =>
        ((long)Math.Floor(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static bool IsOfTheRequest(string name) =>
        name.Equals("Age", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Cache-Status", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
        || name.Equals("ETag", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Vary", StringComparison.OrdinalIgnoreCase);

    private static bool NamesAcceptEncoding(string[] vary) =>
        ListMembers
            .Read(vary)
            .Exists(name =>
                name == "*" || name.Equals("Accept-Encoding", StringComparison.OrdinalIgnoreCase)
            );
}
