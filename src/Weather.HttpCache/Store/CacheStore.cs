using System.Diagnostics.CodeAnalysis;
using BitFaster.Caching;
using BitFaster.Caching.Lru;
using Microsoft.AspNetCore.Http;
using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Store;

/// <summary>
/// The entries, bounded by bytes. Order of eviction and lock-free reads are BitFaster's (TU-Q: one pass over many keys does not
/// push out the popular ones); it bounds items, so we count bytes at its events and trim until they fit.
/// </summary>
internal sealed class CacheStore
{
    private const int SmallestEntry = 1024;
    private const int FewestSlots = 16;

    /// <summary>One message is held unpacked for so many bytes of the bound: less than one hundredth of it.</summary>
    private const int BytesPerRecent = 256 * 1024;

    private readonly ConcurrentLru<byte[], object> _items;
    private readonly IAlternateLookup<string, byte[], object> _byText;
    private readonly Utf8Keys _keys = new();
    private readonly HeadPool _pool;
    private readonly long _maxBytes;
    private long _bytes;
    private long _generation;

    public CacheStore(long maxBytes)
    {
        _maxBytes = maxBytes;
        _items = new ConcurrentLru<byte[], object>(
            concurrencyLevel: Environment.ProcessorCount,
            (int)Math.Clamp(maxBytes / SmallestEntry, FewestSlots, 1 << 22),
            _keys
        );
        _byText = _items.GetAlternateLookup<string>();
        _pool = new HeadPool(
            new RecentEntries((int)Math.Clamp(maxBytes / BytesPerRecent, FewestSlots, 1 << 14))
        );
        ICacheEvents<byte[], object> events = _items.Events.Value!;
        events.ItemRemoved += (_, removed) => Discharge(removed.Value);
        events.ItemUpdated += (_, updated) => Discharge(updated.OldValue);
    }

    public long Bytes => Interlocked.Read(ref _bytes);

    public int Count => _items.Count;

    /// <summary>The key under which an answer to this request stands, or would stand, as far as is known now.</summary>
    public string KeyFor(string primary, IHeaderDictionary request) =>
        _byText.TryGet(primary, out object? there) && there is VaryIndex index
            ? VariantKey(primary, index, request)
            : primary;

    public bool TryGet(string key, [NotNullWhen(true)] out CacheEntry? entry)
    {
        entry = _byText.TryGet(key, out object? there) ? there as CacheEntry : null;
        return entry is not null;
    }

    /// <summary>Stores an answer, telling its key: that of a variant when the response varies.</summary>
    public (string Key, CacheEntry Entry) Put(
        string primary,
        Message message,
        in Body body,
        IHeaderDictionary request
    )
    {
        string[] names = VaryNames.Of(message.Fields) ?? [];
        string key = primary;
        if (names.Length > 0)
        {
            if (
                !_byText.TryGet(primary, out object? there)
                || there is not VaryIndex index
                || !index.Names.AsSpan().SequenceEqual(names)
            )
            {
                index = new VaryIndex(names, Interlocked.Increment(ref _generation));
                _byText.AddOrUpdate(primary, index);
            }

            key = VariantKey(primary, index, request);
        }

        (PackedHead head, int shared) = _pool.Pack(message);
        var entry = new CacheEntry(head, body);
        _byText.AddOrUpdate(key, entry);
        Charge(entry, Utf8Keys.Length(key) + entry.Size + shared);
        return (key, entry);
    }

    /// <summary>Gives an entry the codings of its body.</summary>
    public void Publish(CacheEntry entry, in Body coded)
    {
        int more = coded.Bytes.Length - entry.Body.Bytes.Length;
        entry.Publish(coded);
        Charge(entry, more);
    }

    /// <summary>Forgets an answer and every variant of it.</summary>
    public bool Remove(string key) => _byText.TryRemove(key, out _, out _);

    public int RemoveTagged(string tag) => RemoveWhere(entry => entry.HasTag(tag));

    public int RemoveAll() => RemoveWhere(_ => true);

    /// <summary>Takes away this very answer, not one that came after it.</summary>
    public void Remove(string key, CacheEntry entry) =>
        _items.TryRemove(new KeyValuePair<byte[], object>(_keys.Create(key), entry));

    private void Charge(CacheEntry entry, int more)
    {
        Interlocked.Add(ref _bytes, entry.Charge(more));
        IBoundedPolicy eviction = _items.Policy.Eviction.Value!;
        while (Bytes > _maxBytes && _items.Count > 0)
        {
            eviction.Trim(1);
        }
    }

    private int RemoveWhere(Func<CacheEntry, bool> condemned)
    {
        int removed = 0;
        foreach (KeyValuePair<byte[], object> item in _items)
        {
            if (item.Value is CacheEntry entry && condemned(entry) && _items.TryRemove(item))
            {
                removed++;
            }
        }

        return removed;
    }

    private void Discharge(object? item)
    {
        if (item is CacheEntry entry)
        {
            Interlocked.Add(ref _bytes, -entry.Drop());
        }
    }

    private static string VariantKey(string primary, VaryIndex index, IHeaderDictionary request) =>
        $"{primary}\n{index.Generation}{VaryNames.SecondaryKey(index.Names, name => request[name].ToArray()!)}";
}
