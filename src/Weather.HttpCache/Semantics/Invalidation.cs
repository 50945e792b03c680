namespace Weather.HttpCache.Semantics;

/// <summary>Which stored responses an unsafe request makes doubtful (RFC 9111 4.4).</summary>
internal static class Invalidation
{
    public static bool IsSafe(string method) => method is "GET" or "HEAD" or "OPTIONS" or "TRACE";

    /// <summary>The target itself and, of the same origin only, where <c>Location</c> and <c>Content-Location</c> point.</summary>
    public static IReadOnlyCollection<Uri> Targets(Uri target, int status, HeaderFields fields)
    {
        if (status is not (>= 200 and < 400))
        {
            return [];
        }

        List<Uri> targets = [target];
        foreach (string name in (ReadOnlySpan<string>)["Location", "Content-Location"])
        {
            if (
                fields.Single(name) is { } reference
                && Uri.TryCreate(target, reference, out Uri? other)
                && string.Equals(other.Scheme, target.Scheme, StringComparison.OrdinalIgnoreCase)
                && string.Equals(other.Authority, target.Authority, StringComparison.OrdinalIgnoreCase)
                && other.AbsoluteUri != target.AbsoluteUri
            )
            {
                targets.Add(other);
            }
        }

        return targets;
    }
}
