using System.Diagnostics;
using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Fetching;

/// <summary>What one run of the pipeline brought: an answer when the verdict says so, else nothing that may be shown.</summary>
internal sealed record Answer(FetchVerdict Verdict, Message Message, byte[] Bytes)
{
    /// <summary>The span of the fetch, for those who waited for it to link to.</summary>
    public ActivityContext Span { get; init; }

    public bool CanBeShown => Verdict is FetchVerdict.Complete or FetchVerdict.Unproven;

    /// <summary>The origin is in trouble: it did not answer, or said so itself.</summary>
    public bool IsTrouble =>
        Verdict is FetchVerdict.Broken or FetchVerdict.TimedOut
        || (CanBeShown && StatusCodes.IsServerError(Message.Status));

    /// <summary>
    /// The trouble is the origin's and not this key's alone: it was not reached, or its answer did not come whole. A whole 5xx is an answer
    /// about one thing (one place without data) by an origin that works.
    /// </summary>
    public bool IsOriginTrouble => IsTrouble && Verdict != FetchVerdict.Complete;
}
