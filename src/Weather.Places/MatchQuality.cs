namespace Weather.Places;

internal static class MatchQuality
{
    public const int Exact = 3;
    private const int Prefix = 2;
    private const int OneEdit = 1;
    private const int ShortestTypo = 4;

    public static int Of(string query, string key)
    {
        if (query == key)
        {
            return Exact;
        }

        if (key.StartsWith(query, StringComparison.Ordinal))
        {
            return Prefix;
        }

        return query.Length >= ShortestTypo && IsOneEdit(query, key) ? OneEdit : 0;
    }

    /// <summary>One letter added, dropped, changed, or two neighbours swapped.</summary>
    private static bool IsOneEdit(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int head = a.CommonPrefixLength(b);
        a = a[head..];
        b = b[head..];
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }

        return (a.Length <= 1 && b.Length <= 1)
            || (a.Length == 2 && b.Length == 2 && a[0] == b[1] && a[1] == b[0]);
    }
}
