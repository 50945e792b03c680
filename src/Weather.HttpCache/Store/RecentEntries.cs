namespace Weather.HttpCache.Store;

/// <summary>
/// The entries that were asked for last: these hold their message unpacked, so that a popular answer is not unpacked for each of its hits.
/// A ring; for each that comes, the one that came longest ago goes.
/// </summary>
internal sealed class RecentEntries(int count)
{
    private readonly CacheEntry?[] _ring = new CacheEntry?[count];
    private uint _next;

    /// <returns>Where it is now.</returns>
    public int Add(CacheEntry entry)
    {
        int at = (int)(Interlocked.Increment(ref _next) % (uint)_ring.Length);
        Interlocked.Exchange(ref _ring[at], entry)?.Forget();
        return at;
    }

    /// <summary>It is gone from the store: the ring must not keep its bodies in memory.</summary>
    public void Remove(CacheEntry entry, int at) => Interlocked.CompareExchange(ref _ring[at], null, entry);
}
