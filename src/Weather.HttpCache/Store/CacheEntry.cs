using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Store;

/// <summary>
/// A complete answer: its message and its body in each coding. Immutable but for the codings, which appear once, and the bytes charged
/// for it.
/// </summary>
internal sealed class CacheEntry(string key, Message message, Body body)
{
    /// <summary>Objects, table slots and references of one entry, as measured (see the README).</summary>
    private const int Overhead = 560;
    private const int PerField = 16;
    private const int PerString = 54;
    private const int PerArray = 24;

    private readonly Lock _lock = new();
    private long _charged;
    private bool _dropped;

    public string Key => key;
    public Message Message => message;
    public Body Body => body;

    public long Size =>
        Overhead
        + (2L * key.Length)
        + FieldsSize()
        + body.Identity.Length
        + (body.Gzip is { } gzip ? gzip.Length + PerArray : 0)
        + (body.Brotli is { } brotli ? brotli.Length + PerArray : 0);

    /// <summary>Whether <c>Cache-Tag</c> has this tag. Read when a purge comes, which is rare, instead of held.</summary>
    public bool HasTag(string tag) =>
        message
            .Fields.Lines("Cache-Tag")
            .SelectMany(line => line.Split(',', ' '))
            .Contains(tag, StringComparer.Ordinal);

    /// <summary>What to add to the store's total so that this entry is charged at its present size.</summary>
    public long Charge()
    {
        lock (_lock)
        {
            if (_dropped)
            {
                return 0;
            }

            long more = Size - _charged;
            _charged += more;
            return more;
        }
    }

    /// <summary>What to take off the total: the entry is gone, and charges nothing from now on.</summary>
    public long Drop()
    {
        lock (_lock)
        {
            _dropped = true;
            long charged = _charged;
            _charged = 0;
            return charged;
        }
    }

    private long FieldsSize()
    {
        long size = 0;
        foreach (HeaderField field in message.Fields.All)
        {
            size += PerField;
            if (!FieldPool.IsPooled(field))
            {
                foreach (string line in field.Lines)
                {
                    size += PerString + (2L * line.Length);
                }
            }
        }

        return size;
    }
}
