using Microsoft.AspNetCore.Http;

namespace Weather.HttpCache;

/// <summary>What a request asks for, as a value: the key, and the query and header fields that go to the origin with it.</summary>
/// <param name="Primary">Equal for requests that one answer fits (RFC 9111 2, primary key).</param>
/// <param name="Query">The query that is forwarded: that of the key, so that nothing outside the key shapes the answer.</param>
/// <param name="Rule">The rule it was made by; null for the plain URI.</param>
internal sealed record RequestKey(string Primary, QueryString Query, CacheKeyRule? Rule)
{
    public bool MayForward(string header) =>
        Rule is null || Rule.ForwardedHeaders.Contains(header, StringComparer.OrdinalIgnoreCase);
}
