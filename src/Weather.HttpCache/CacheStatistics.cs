namespace Weather.HttpCache;

/// <summary>What the cache holds now.</summary>
public sealed record CacheStatistics(int Entries, long Bytes, int Fetches);
