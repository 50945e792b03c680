using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Store;

/// <summary>
/// A complete answer as it is held: its message packed, and unpacked too while it is one of those asked for last; and its body. Immutable but
/// for the codings, which appear once, and the bytes charged for it.
/// </summary>
internal sealed class CacheEntry(PackedHead head, in Body body)
{
    /// <summary>Objects, table slots and references of one entry, as measured (see the README).</summary>
    private const int Overhead = 290;
    private const int Gone = -1;

    private readonly int _length = body.Length;
    private byte[] _bytes = body.Bytes;
    private int _gzipLength = body.GzipLength;
    private Message? _message;
    private int _recentAt;
    private int _charged;

    public Message Message => _message ?? Unpack();

    public Body Body
    {
        get
        {
            // In this order: who sees the array with all codings also sees the length of gzip, which was written first.
            byte[] bytes = Volatile.Read(ref _bytes);
            int gzip = _gzipLength;
            return gzip > 0 && bytes.Length == _length ? Body.Plain(bytes) : new Body(bytes, _length, gzip);
        }
    }

    public Representation Representation => new(Message, Body);

    /// <summary>What it takes beside its key and what it shares with other entries.</summary>
    public int Size => Overhead + head.OwnLength + Body.Bytes.Length;

    public int Charged => Math.Max(0, Volatile.Read(ref _charged));

    /// <summary>Whether <c>Cache-Tag</c> has this tag. Read when a purge comes, which is rare, instead of held.</summary>
    public bool HasTag(string tag) =>
        head.Unpack()
            .Fields.Lines("Cache-Tag")
            .SelectMany(line => line.Split(',', ' '))
            .Contains(tag, StringComparer.Ordinal);

    public void Publish(in Body coded)
    {
        _gzipLength = coded.GzipLength;
        Volatile.Write(ref _bytes, coded.Bytes);
    }

    /// <summary>Adds to what this entry is charged; nothing when it is gone.</summary>
    /// <returns>What to add to the store's total.</returns>
    public int Charge(int more)
    {
        int now = Volatile.Read(ref _charged);
        while (now != Gone)
        {
            int before = Interlocked.CompareExchange(ref _charged, now + more, now);
            if (before == now)
            {
                return more;
            }

            now = before;
        }

        return 0;
    }

    /// <summary>What to take off the total: the entry is gone, and charges nothing from now on.</summary>
    public int Drop()
    {
        int charged = Interlocked.Exchange(ref _charged, Gone);
        head.Shared.Recent.Remove(this, _recentAt);
        return Math.Max(0, charged);
    }

    public void Forget() => _message = null;

    private Message Unpack()
    {
        Message message = head.Unpack();
        if (Interlocked.CompareExchange(ref _message, message, null) is null)
        {
            Interlocked.Exchange(ref _recentAt, head.Shared.Recent.Add(this));
            if (Volatile.Read(ref _charged) == Gone)
            {
                head.Shared.Recent.Remove(this, _recentAt);
            }
        }

        return message;
    }
}
