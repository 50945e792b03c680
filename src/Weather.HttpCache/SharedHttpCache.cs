using Weather.HttpCache.Fetching;
using Weather.HttpCache.Store;
using Weather.HttpCache.Telemetry;

namespace Weather.HttpCache;

/// <summary>The cache as its operator sees it.</summary>
public sealed class SharedHttpCache
{
    private readonly CacheStore _store;
    private readonly FetchCoordinator _coordinator;

    private readonly CacheMetrics _metrics;
    private readonly long _maxBytes;

    internal SharedHttpCache(
        CacheStore store,
        FetchCoordinator coordinator,
        CacheMetrics metrics,
        long maxBytes
    )
    {
        _store = store;
        _coordinator = coordinator;
        _metrics = metrics;
        _maxBytes = maxBytes;
    }

    public CacheStatistics Statistics =>
        new(_store.Count, _store.Bytes, _maxBytes, _coordinator.Count, _metrics.Counts());

    /// <summary>Forgets all answers whose <c>Cache-Tag</c> has this tag, and does not store what is being fetched now.</summary>
    /// <returns>How many answers were forgotten.</returns>
    public int PurgeTag(string tag)
    {
        // A fetch under way has no tags yet: it may be of this one.
        _coordinator.Condemn();
        return _store.RemoveTagged(tag);
    }

    /// <inheritdoc cref="PurgeTag"/>
    public int PurgeAll()
    {
        _coordinator.Condemn();
        return _store.RemoveAll();
    }

    /// <summary>Forgets the answer for a URI that no key rule covers, with all its variants.</summary>
    public bool Purge(Uri uri) => Purge(RequestKeys.Plain(uri));

    /// <summary>Forgets the answer of a key: path and normalised query where a rule covers it.</summary>
    public bool Purge(string key)
    {
        _coordinator.Condemn(key);
        return _store.Remove(key);
    }
}
