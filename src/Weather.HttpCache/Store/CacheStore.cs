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

    private readonly ConcurrentLru<string, object> _items;
    private readonly FieldPool _pool = new();
    private readonly long _maxBytes;
    private long _bytes;
    private long _generation;

    public CacheStore(long maxBytes)
    {
        _maxBytes = maxBytes;
        _items = new ConcurrentLru<string, object>(
            (int)Math.Clamp(maxBytes / SmallestEntry, FewestSlots, 1 << 22)
        );
        ICacheEvents<string, object> events = _items.Events.Value!;
        events.ItemRemoved += (_, removed) => Discharge(removed.Value);
        events.ItemUpdated += (_, updated) => Discharge(updated.OldValue);
    }

    public long Bytes => Interlocked.Read(ref _bytes);

    public int Count => _items.Count;

    /// <summary>The key under which an answer to this request stands, or would stand, as far as is known now.</summary>
    public string KeyFor(string primary, IHeaderDictionary request) =>
        _items.TryGet(primary, out object? there) && there is VaryIndex index
            ? VariantKey(primary, index, request)
            : primary;

    public bool TryGet(string key, [NotNullWhen(true)] out CacheEntry? entry)
    {
        entry = _items.TryGet(key, out object? there) ? there as CacheEntry : null;
        return entry is not null;
    }

    /// <summary>Stores an answer, telling its key: that of a variant when the response varies.</summary>
    public CacheEntry Put(string primary, Message message, Body body, IHeaderDictionary request)
    {
        string[] names = VaryNames.Of(message.Fields) ?? [];
        string key = primary;
        if (names.Length > 0)
        {
            if (
                !_items.TryGet(primary, out object? there)
                || there is not VaryIndex index
                || !index.Names.AsSpan().SequenceEqual(names)
            )
            {
                index = new VaryIndex(names, Interlocked.Increment(ref _generation));
                _items.AddOrUpdate(primary, index);
            }

            key = VariantKey(primary, index, request);
        }

        var entry = new CacheEntry(key, HeldMessage.Of(message, body.IsCodable, _pool), body);
        _items.AddOrUpdate(key, entry);
        Recharge(entry);
        return entry;
    }

    /// <summary>Counts an entry again after it grew.</summary>
    public void Recharge(CacheEntry entry)
    {
        Interlocked.Add(ref _bytes, entry.Charge());
        IBoundedPolicy eviction = _items.Policy.Eviction.Value!;
        while (Bytes > _maxBytes && _items.Count > 0)
        {
            eviction.Trim(1);
        }
    }

    /// <summary>Forgets an answer and every variant of it.</summary>
    public bool Remove(string key) => _items.TryRemove(key);

    public int RemoveTagged(string tag) => RemoveWhere(entry => entry.HasTag(tag));

    public int RemoveAll() => RemoveWhere(_ => true);

    private int RemoveWhere(Func<CacheEntry, bool> condemned)
    {
        int removed = 0;
        foreach (KeyValuePair<string, object> item in _items)
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
