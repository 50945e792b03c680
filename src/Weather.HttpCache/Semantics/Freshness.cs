namespace Weather.HttpCache.Semantics;

/// <summary>For how long a response is fresh, counted from its birth (RFC 9111 4.2.1, 4.2.2).</summary>
internal static class Freshness
{
    private static readonly TimeSpan LongestGuess = TimeSpan.FromDays(1);

    public static TimeSpan Lifetime(Message message)
    {
        ResponseDirectives directives = message.Directives;
        if ((directives.SharedMaxAge ?? directives.MaxAge) is { } seconds)
        {
            return seconds;
        }

        if (!directives.IsTargeted && message.Fields.Has("Expires"))
        {
            return HttpDate.TryRead(
                message.Fields.Single("Expires"),
                message.Received,
                out DateTimeOffset end
            )
                ? TimeSpan.FromTicks(Math.Max(0, (end - message.Date).Ticks))
                : TimeSpan.Zero;
        }

        return Heuristic(message);
    }

    /// <summary>Explicitly told, as RFC 9111 3 asks of a response whose status is not cacheable by itself.</summary>
    public static bool IsExplicit(Message message) =>
        message.Directives.MaxAge is not null
        || message.Directives.SharedMaxAge is not null
        || (!message.Directives.IsTargeted && message.Fields.Has("Expires"));

    /// <summary>A tenth of the time since the last change (4.2.2), a day at most.</summary>
    private static TimeSpan Heuristic(Message message)
    {
        bool may = StatusCodes.CacheableByDefault(message.Status) || message.Directives.Public;
        string? changed = message.Fields.Single("Last-Modified");
        if (!may || !HttpDate.TryRead(changed, message.Received, out DateTimeOffset last))
        {
            return TimeSpan.Zero;
        }

        return TimeSpan.FromTicks(Math.Clamp((message.Date - last).Ticks / 10, 0, LongestGuess.Ticks));
    }
}
