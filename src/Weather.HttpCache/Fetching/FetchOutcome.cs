using Weather.HttpCache.Semantics;
using Weather.HttpCache.Store;

namespace Weather.HttpCache.Fetching;

/// <summary>What a fetch means to those who wait for it.</summary>
/// <param name="Answer">How the origin answered.</param>
/// <param name="Entry">What to serve; null when there is nothing that may be shown.</param>
/// <param name="IsStored">Others may have it too.</param>
internal sealed record FetchOutcome(Answer Answer, CacheEntry? Entry, bool IsStored)
{
    public static FetchOutcome Withdrawn { get; } =
        new(
            new Answer(
                FetchVerdict.Withdrawn,
                new Message(0, HeaderFields.Empty, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch),
                []
            ),
            Entry: null,
            IsStored: false
        );

    public bool IsWithdrawn => Answer.Verdict == FetchVerdict.Withdrawn;

    /// <summary>The origin confirmed what we had.</summary>
    public bool Confirmed { get; init; }

    /// <summary>
    /// Whether those who only waited may be given it: it is stored and may be reused without asking. What is not is for the one who asked,
    /// but for trouble: when the origin fails, a thousand who waited must not become a thousand fetches.
    /// </summary>
    public bool MayBeShared(DateTimeOffset now) =>
        IsStored
            ? ReuseDecision.Decide(Entry!.Message, RequestDirectives.None, now)
                is Reuse.Fresh
                    or Reuse.WhileRevalidating
            : Answer.IsTrouble && Entry?.Message.Fields.Has("Set-Cookie") != true;
}
