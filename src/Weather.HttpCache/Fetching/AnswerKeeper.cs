using Weather.HttpCache.Semantics;
using Weather.HttpCache.Store;

namespace Weather.HttpCache.Fetching;

/// <summary>Turns what a fetch brought into what is served, and stores it when it may be stored.</summary>
internal sealed class AnswerKeeper(CacheStore store, EntryCoder coder)
{
    /// <summary>The origin confirmed what we had.</summary>
    public FetchOutcome KeepConfirmed(Flight flight, FetchPlan plan, CacheEntry stale, Answer answer) =>
        Keep(flight, plan, answer, Validation.Update(stale.Message, answer.Message), stale.Body) with
        {
            Confirmed = true,
        };

    public FetchOutcome Keep(Flight flight, FetchPlan plan, Answer answer)
    {
        if (!answer.CanBeShown)
        {
            return new FetchOutcome(answer, null, null);
        }

        // The same bytes again keep their codings.
        Body body =
            plan.Stale?.Body is { } old && answer.Bytes.AsSpan().SequenceEqual(old.Identity.Span)
                ? old
                : Body.Plain(answer.Bytes);
        return Keep(flight, plan, answer, answer.Message, body);
    }

    private FetchOutcome Keep(Flight flight, FetchPlan plan, Answer answer, Message message, Body body)
    {
        bool isCodable = Codings.MayMake(message, body.Length);
        if (!isCodable)
        {
            body = body.WithoutCodings();
        }

        Message shared = plan.Key.Rule is null ? message : message.WithoutCookies();
        if (flight.IsCondemned || !MayStore(plan, answer, shared))
        {
            return new FetchOutcome(answer, new Representation(message, body.WithoutCodings()), null);
        }

        Message held = HeldMessage.Of(shared.WithoutUnkept(), isCodable);
        var content = new Representation(held, body);
        (string key, CacheEntry entry) = store.Put(plan.Key.Primary, held, body, plan.Headers);
        if (flight.IsCondemned)
        {
            // A purge between the look and the storing took nothing of ours: take it now.
            store.Remove(key, entry);
            return new FetchOutcome(answer, content, null);
        }

        if (isCodable && !body.IsCoded)
        {
            coder.Enqueue(entry);
        }

        return new FetchOutcome(answer, content, key);
    }

    private static bool MayStore(FetchPlan plan, Answer answer, Message message) =>
        plan.Method == "GET"
        && answer.Verdict == FetchVerdict.Complete
        && Storability.Judge(message, plan.HadAuthorization) == Storable.Yes
        && !SpoilsABetterOne(plan, answer);

    /// <summary>An error that says how long it is fresh must not take the place of the answer that stale-if-error keeps for this very case.</summary>
    private static bool SpoilsABetterOne(FetchPlan plan, Answer answer) =>
        answer.IsTrouble
        && plan.Stale is { } stale
        && ReuseDecision.Decide(stale.Message, RequestDirectives.None, answer.Message.Received)
            is Reuse.WhileRevalidating
                or Reuse.IfError;
}
