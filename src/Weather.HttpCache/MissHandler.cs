using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Weather.HttpCache.Fetching;
using Weather.HttpCache.Semantics;
using Weather.HttpCache.Serving;
using Weather.HttpCache.Store;

namespace Weather.HttpCache;

/// <summary>Everything but a fresh hit: waits for fetches, never owns them.</summary>
internal sealed class MissHandler(
    CacheStore store,
    FetchCoordinator coordinator,
    MissMemory memory,
    KeyTroubles troubles,
    OriginHealths healths,
    OutcomeSender sender,
    IOptions<HttpCacheOptions> options,
    TimeProvider time
)
{
    /// <summary>A herd whose members differ in a field nobody knew to count sorts itself out in two rounds.</summary>
    private const int Rounds = 3;

    public void RefreshInBackground(Lookup lookup, CacheEntry stale)
    {
        bool useless =
            memory.IsUnshared(lookup.Full)
            || coordinator.IsUnderWay(lookup.Full)
            || troubles.IsPaused(lookup.Full);
        if (!useless && healths.Of(lookup.Endpoint).MayAsk())
        {
            coordinator.Join(
                lookup.Full,
                () => FetchPlan.InBackgroundFor(lookup.Http, lookup.Key, stale),
                () => Newer(lookup, stale)
            );
        }
    }

    /// <summary>Within stale-if-error: the origin gets the soft deadline, unless it, or this key, is known to be in trouble.</summary>
    public async Task AskBrieflyAsync(Lookup lookup, CacheEntry stale, RequestDelegate next)
    {
        OriginHealth health = healths.Of(lookup.Endpoint);
        if (health.IsBad || troubles.IsPaused(lookup.Full))
        {
            RefreshInBackground(lookup, stale);
            await sender.SendStaleAsync(lookup.Http, stale, "stale-if-error");
            return;
        }

        (Flight? flight, bool leads) = coordinator.Join(
            lookup.Full,
            () =>
                options.Value.RefuseFetch(lookup.Http) is null
                    ? FetchPlan.For(lookup.Http, lookup.Key, stale)
                    : null,
            () => Newer(lookup, stale)
        );
        if (flight is null)
        {
            await sender.SendStaleAsync(lookup.Http, stale, "stale-if-error");
            return;
        }

        TimeSpan patience = options.Value.SoftDeadline - (time.GetUtcNow() - flight.Began);
        if (patience > TimeSpan.Zero)
        {
            await ((Task)flight.Landing)
                .WaitAsync(patience, time, lookup.Http.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (lookup.Http.RequestAborted.IsCancellationRequested)
        {
            // That the client lost patience says nothing about the origin.
            return;
        }

        if (!flight.Landing.IsCompletedSuccessfully)
        {
            // Bad until the fetch under way says otherwise.
            health.Failed();
            await sender.SendStaleAsync(lookup.Http, stale, "stale-if-error");
            return;
        }

        FetchOutcome outcome = await flight.Landing;
        if (outcome.IsWithdrawn)
        {
            await sender.SendStaleAsync(lookup.Http, stale, "stale-if-error");
        }
        else if (outcome.Answer.IsTrouble)
        {
            await sender.SendInsteadAsync(lookup.Http, stale, outcome);
        }
        else if (leads || Fits(lookup, outcome))
        {
            await sender.SendAsync(lookup.Http, outcome, "stale", collapsed: !leads, next);
        }
        else
        {
            await FetchAsync(lookup, stale, alone: true, next);
        }
    }

    /// <summary>Nothing will do but the origin's answer.</summary>
    public async Task FetchAsync(Lookup lookup, CacheEntry? stale, bool alone, RequestDelegate next)
    {
        HttpContext http = lookup.Http;
        if (RequestDirectives.OnlyIfCached(http.Request.Headers.CacheControl.ToArray()!))
        {
            await sender.SendNotCachedAsync(http);
            return;
        }

        string reason =
            stale is not null ? "stale"
            : lookup.Full == lookup.Key.Primary ? "uri-miss"
            : "vary-miss";
        // What is stored and of no use may still be asked about by HEAD; where nothing is stored, a GET serves all who come after.
        alone |= stale is not null && HttpMethods.IsHead(http.Request.Method);
        for (int round = 0; round < Rounds && !alone && !memory.IsUnshared(lookup.Full); round++)
        {
            TimeSpan? wait = null;
            (Flight? flight, bool leads) = coordinator.Join(
                lookup.Full,
                () =>
                    (wait = options.Value.RefuseFetch(http)) is null
                        ? FetchPlan.For(http, lookup.Key, stale)
                        : null,
                () => Newer(lookup, stale)
            );
            if (flight is null)
            {
                await sender.SendRefusedAsync(http, wait!.Value);
                return;
            }

            FetchOutcome outcome = await flight.Landing.WaitAsync(http.RequestAborted);
            if (outcome.IsWithdrawn)
            {
                // Its leader may not ask, and left: that is no round of ours.
                round--;
                continue;
            }

            if (leads || Fits(lookup, outcome))
            {
                await sender.SendAsync(lookup.Http, outcome, reason, collapsed: !leads, next);
                return;
            }

            if (!outcome.MayBeShared(time.GetUtcNow()))
            {
                break;
            }

            lookup = lookup with { Full = store.KeyFor(lookup.Key.Primary, http.Request.Headers) };
        }

        if (options.Value.RefuseFetch(http) is { } later)
        {
            await sender.SendRefusedAsync(http, later);
            return;
        }

        FetchPlan plan = FetchPlan.Alone(http, lookup.Key, alone ? null : stale);
        FetchOutcome own = await coordinator
            .FetchAloneAsync(lookup.Full, plan)
            .WaitAsync(http.RequestAborted);
        await sender.SendAsync(lookup.Http, own, reason, collapsed: false, next);
    }

    /// <summary>Whether what landed may be given to one who only waited, and is the variant it asked for.</summary>
    private bool Fits(Lookup lookup, FetchOutcome outcome)
    {
        if (Activity.Current is { } activity && outcome.Answer.Span != default)
        {
            activity.AddLink(new ActivityLink(outcome.Answer.Span));
        }

        return outcome.MayBeShared(time.GetUtcNow())
            && (
                !outcome.IsStored
                || outcome.Key == store.KeyFor(lookup.Key.Primary, lookup.Http.Request.Headers)
            );
    }

    private FetchOutcome? Newer(Lookup lookup, CacheEntry? than)
    {
        string key = store.KeyFor(lookup.Key.Primary, lookup.Http.Request.Headers);
        return
            store.TryGet(key, out CacheEntry? entry)
            && entry != than
            && entry.Representation is var stored
            && ReuseDecision.Decide(stored.Message, lookup.Directives, time.GetUtcNow()) == Reuse.Fresh
            ? FetchOutcome.Found(key, stored)
            : null;
    }
}
