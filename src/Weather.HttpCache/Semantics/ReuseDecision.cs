namespace Weather.HttpCache.Semantics;

/// <summary>RFC 9111 4 and 4.2.4, RFC 5861.</summary>
internal static class ReuseDecision
{
    public static Reuse Decide(Message stored, RequestDirectives request, DateTimeOffset now)
    {
        ResponseDirectives directives = stored.Directives;
        TimeSpan left = stored.TimeLeftAt(now);
        if (directives.NoCache || request.NoCache || stored.AgeAt(now) > request.MaxAge)
        {
            return Reuse.Validate;
        }

        if (left > TimeSpan.Zero && left >= request.MinFresh)
        {
            return Reuse.Fresh;
        }

        if (directives.ForbidsStale)
        {
            return Reuse.Validate;
        }

        return -left <= directives.StaleWhileRevalidate ? Reuse.WhileRevalidating
            : -left <= directives.StaleIfError ? Reuse.IfError
            : Reuse.Validate;
    }
}
