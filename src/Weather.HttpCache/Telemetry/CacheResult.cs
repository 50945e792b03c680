namespace Weather.HttpCache.Telemetry;

/// <summary>What the cache did for a request.</summary>
internal enum CacheResult
{
    Hit,
    Stale,
    Revalidated,
    Miss,
    Collapsed,
    Bypass,
    Limited,
    Error,
}
