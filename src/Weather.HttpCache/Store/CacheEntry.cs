using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Store;

/// <summary>
/// A complete answer: its message, its body in each coding, and its fields ready to be written. Immutable but for the codings,
/// which appear once, and the bytes charged for it.
/// </summary>
internal sealed class CacheEntry
{
    /// <summary>Objects, table slots and references of one entry, measured roughly; see the README.</summary>
    private const int Overhead = 500;

    private long _charged;
    private bool _dropped;

    public CacheEntry(string key, Message message, Body body)
    {
        Key = key;
        Message = message;
        Body = body;
        Tags =
        [
            .. message
                .Fields.Lines("Cache-Tag")
                .SelectMany(line => line.Split(',', ' '))
                .Where(tag => tag.Length > 0),
        ];
        Fields = ServedFields.Of(message, body.IsCodable);
    }

    public string Key { get; }
    public Message Message { get; }
    public Body Body { get; }
    public string[] Tags { get; }
    public ServedFields Fields { get; }

    public long Size =>
        Overhead
        + (2L * Key.Length)
        + Fields.Size
        + Body.Identity.Length
        + (Body.Gzip?.Length ?? 0)
        + (Body.Brotli?.Length ?? 0);

    /// <summary>What to add to the store's total so that this entry is charged at its present size.</summary>
    public long Charge()
    {
        lock (Body)
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
        lock (Body)
        {
            _dropped = true;
            long charged = _charged;
            _charged = 0;
            return charged;
        }
    }
}
