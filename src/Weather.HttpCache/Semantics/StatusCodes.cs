namespace Weather.HttpCache.Semantics;

/// <summary>What a status code means to a cache.</summary>
internal static class StatusCodes
{
    /// <summary>RFC 9110 15.1: heuristically cacheable. 206 is missing: partial answers are never kept here.</summary>
    public static bool CacheableByDefault(int status) =>
        status is 200 or 203 or 204 or 300 or 301 or 308 or 404 or 405 or 410 or 414 or 501;

    /// <summary>Codes whose caching rules this cache knows (RFC 9111 5.2.2.3, must-understand).</summary>
    public static bool Understood(int status) =>
        status
            is (>= 200 and <= 205)
                or (>= 300 and <= 303)
                or 307
                or 308
                or (>= 400 and <= 417)
                or 421
                or 422
                or 426
                or 428
                or 429
                or 431
                or 451
                or (>= 500 and <= 505)
                or 511;

    /// <summary>RFC 5861 4: the answers that stale-if-error covers.</summary>
    public static bool IsServerError(int status) => status is 500 or 502 or 503 or 504;

    public static bool HasNoContent(int status) => status is (>= 100 and < 200) or 204 or 304;
}
