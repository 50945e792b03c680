namespace Weather.HttpCache;

/// <summary>
/// Metadata of an endpoint: which query parameters make its answers differ. The key, and the query that goes to the origin, are made of
/// these alone; a request with another parameter never reaches the cache. Without a rule the plain URI is the key.
/// </summary>
public sealed record CacheKeyRule
{
    /// <summary>The parameters that count. Their order here is their order in the key.</summary>
    public required IReadOnlyList<QueryParameter> Parameters { get; init; }

    /// <summary>Parameters that are not named above count too, as they are written; unless set they send a request past the cache.</summary>
    public bool TakesOthers { get; init; }

    /// <summary>Parameters that are dropped: exact names, or the beginning of a name before a final <c>*</c>.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>
    /// Request fields that go to the origin. None unless set: what is not part of the key must not shape a shared answer (cache poisoning),
    /// and cookies are never needed for one.
    /// </summary>
    public IReadOnlyList<string> ForwardedHeaders { get; init; } = [];

    internal bool Ignores(string name) =>
        Ignored.Any(pattern =>
            pattern.EndsWith('*')
                ? name.StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.OrdinalIgnoreCase)
                : name.Equals(pattern, StringComparison.OrdinalIgnoreCase)
        );
}
