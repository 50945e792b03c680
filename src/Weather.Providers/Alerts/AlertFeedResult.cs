using NodaTime;

namespace Weather.Providers.Alerts;

/// <summary>A feed that was read or confirmed, or a typed refusal.</summary>
public abstract record AlertFeedResult
{
    private AlertFeedResult() { }

    public sealed record Success(AlertFeed Feed) : AlertFeedResult;

    /// <param name="Kind">Why.</param>
    /// <param name="Detail">For logs: our words, never upstream text.</param>
    /// <param name="RetryAt">When the feed may be asked again, where it says so.</param>
    public sealed record Refused(RefusalKind Kind, string Detail, Instant? RetryAt = null) : AlertFeedResult;
}
