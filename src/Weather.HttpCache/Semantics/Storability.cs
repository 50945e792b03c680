namespace Weather.HttpCache.Semantics;

/// <summary>Whether a complete response to a GET may be stored by a shared cache, and is worth it (RFC 9111 3, 3.5).</summary>
internal static class Storability
{
    public static Storable Judge(Message message, bool hadAuthorization)
    {
        ResponseDirectives directives = message.Directives;
        bool understood = StatusCodes.Understood(message.Status);
        if (message.Status is 206 or 304 or < 200)
        {
            return Storable.NotThisStatus;
        }

        if (directives.MustUnderstand && !understood)
        {
            return Storable.NotUnderstood;
        }

        // 5.2.2.3: no-store beside must-understand is for caches that do not know the latter.
        if (directives.NoStore && !directives.MustUnderstand)
        {
            return Storable.NoStore;
        }

        if (directives.Private)
        {
            return Storable.Private;
        }

        if (
            hadAuthorization
            && !directives.Public
            && !directives.MustRevalidate
            && directives.SharedMaxAge is null
        )
        {
            return Storable.Authorization;
        }

        if (VaryNames.Of(message.Fields) is null)
        {
            return Storable.VariesOnEverything;
        }

        bool may =
            directives.Public
            || Freshness.IsExplicit(message)
            || StatusCodes.CacheableByDefault(message.Status);
        return may && IsUseful(message) ? Storable.Yes : Storable.NotWorthIt;
    }

    /// <summary>It will be fresh for a moment, may be served stale, or can be validated.</summary>
    private static bool IsUseful(Message message) =>
        message.TimeLeftAt(message.Received) > TimeSpan.Zero
        || message.Directives.StaleWhileRevalidate > TimeSpan.Zero
        || message.Directives.StaleIfError > TimeSpan.Zero
        || Validation.HasValidator(message.Fields);
}
