namespace Weather.HttpCache.Semantics;

/// <summary>The conditions of a client, answered from a stored response (RFC 9111 4.3.2, RFC 9110 13.2.2).</summary>
internal static class Preconditions
{
    /// <summary>True when the client already has it. <c>If-None-Match</c> silences <c>If-Modified-Since</c>.</summary>
    public static bool NotModified(Message stored, string[] ifNoneMatch, string[] ifModifiedSince)
    {
        if (stored.Status != 200)
        {
            return false;
        }

        if (ifNoneMatch.Length > 0)
        {
            string? tag = stored.Fields.Single("ETag");
            return ListMembers
                .Read(ifNoneMatch)
                .Exists(member => member == "*" || (tag is not null && EntityTag.Read(member).Matches(tag)));
        }

        if (
            ifModifiedSince is not [string since]
            || !HttpDate.TryRead(since.Trim(), stored.Received, out DateTimeOffset had)
        )
        {
            return false;
        }

        return HttpDate.TryRead(
            stored.Fields.Single("Last-Modified"),
            stored.Received,
            out DateTimeOffset changed
        )
            ? changed <= had
            : stored.Date <= had;
    }

    /// <summary>RFC 9110 13.1.5: the part may be sent only if the client's first part is of this very representation.</summary>
    public static bool RangeApplies(Message stored, string? ifRange)
    {
        if (ifRange is null)
        {
            return true;
        }

        if (ifRange.EndsWith('"'))
        {
            return !ifRange.StartsWith("W/", StringComparison.Ordinal)
                && ifRange == stored.Fields.Single("ETag");
        }

        return HttpDate.TryRead(ifRange, stored.Received, out _)
            && ifRange == stored.Fields.Single("Last-Modified");
    }
}
