namespace Weather.HttpCache.Semantics;

/// <summary>Fields of one connection, not of the message (RFC 9110 7.6.1, RFC 9111 3.1): neither stored nor passed on.</summary>
internal static class HopByHop
{
    private static readonly HashSet<string> Always = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection",
        "Keep-Alive",
        "Proxy-Authenticate",
        "Proxy-Authentication-Info",
        "Proxy-Authorization",
        "Proxy-Connection",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
    };

    public static HeaderFields Strip(HeaderFields fields)
    {
        HashSet<string> listed = new(
            ListMembers.Read(fields.Lines("Connection")),
            StringComparer.OrdinalIgnoreCase
        );
        return fields.Where(field => !Always.Contains(field.Name) && !listed.Contains(field.Name));
    }

    public static bool Names(string name) => Always.Contains(name);
}
