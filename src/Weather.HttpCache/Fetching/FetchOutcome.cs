using Weather.HttpCache.Semantics;
using Weather.HttpCache.Store;

namespace Weather.HttpCache.Fetching;

/// <summary>What a fetch means to those who wait for it.</summary>
/// <param name="Answer">How the origin answered.</param>
/// <param name="Content">What to serve; null when there is nothing that may be shown.</param>
/// <param name="Key">Under which it is stored; null when it is not, and so for nobody else.</param>
internal sealed record FetchOutcome(Answer Answer, Representation? Content, string? Key)
{
    public static FetchOutcome Withdrawn { get; } =
        new(
            new Answer(
                FetchVerdict.Withdrawn,
                new Message(0, HeaderFields.Empty, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch),
                []
            ),
            Content: null,
            Key: null
        );

    public bool IsWithdrawn => Answer.Verdict == FetchVerdict.Withdrawn;

    /// <summary>Others may have it too.</summary>
    public bool IsStored => Key is not null;

    /// <summary>What another fetch has stored meanwhile.</summary>
    public static FetchOutcome Found(string key, in Representation content) =>
        new(new Answer(FetchVerdict.Complete, content.Message, []), content, key);

    /// <summary>The origin confirmed what we had.</summary>
    public bool Confirmed { get; init; }

    /// <summary>
    /// Whether those who only waited may be given it: it is stored and may be reused without asking. What is not is for the one who asked,
    /// but for trouble: when the origin fails, a thousand who waited must not become a thousand fetches.
    /// </summary>
    public bool MayBeShared(DateTimeOffset now) =>
        IsStored
            ? ReuseDecision.Decide(Content!.Value.Message, RequestDirectives.None, now)
                is Reuse.Fresh
                    or Reuse.WhileRevalidating
            : Answer.IsTrouble && Content?.Message.Fields.Has("Set-Cookie") != true;
}
