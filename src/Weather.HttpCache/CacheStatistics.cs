namespace Weather.HttpCache;

/// <summary>What the cache holds now, and what it did since it began.</summary>
/// <param name="Entries">Stored answers, each variant for itself.</param>
/// <param name="Bytes">What they take, bodies in every coding and bookkeeping included.</param>
/// <param name="MaxBytes">What they may take.</param>
/// <param name="Fetches">Fetches under way.</param>
/// <param name="Requests">Requests by what the cache did for them, named as in the metric <c>weather.edge.cache.requests</c>.</param>
public sealed record CacheStatistics(
    int Entries,
    long Bytes,
    long MaxBytes,
    int Fetches,
    IReadOnlyDictionary<string, long> Requests
);
