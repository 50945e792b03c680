using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Weather.HttpCache.Fetching;
using Weather.HttpCache.Semantics;
using Weather.HttpCache.Serving;
using Weather.HttpCache.Store;
using Weather.HttpCache.Telemetry;

namespace Weather.HttpCache;

/// <summary>Everything but a fresh hit: waits for fetches, never owns them.</summary>
internal sealed class MissHandler(
    CacheStore store,
    FetchCoordinator coordinator,
    OriginHealths healths,
    CacheMetrics metrics,
    IOptions<HttpCacheOptions> options,
    TimeProvider time
)
{
    /// <summary>A herd whose members differ in a field nobody knew to count sorts itself out in two rounds.</summary>
    private const int Rounds = 3;

    private readonly HttpCacheOptions _options = options.Value;

    public Task SendStaleAsync(HttpContext http, CacheEntry entry, string detail)
    {
        metrics.Served(CacheResult.Stale);
        DateTimeOffset now = time.GetUtcNow();
        return EntrySender.SendAsync(
            http,
            entry,
            entry.Message.AgeAt(now),
            CacheStatus.Hit(_options.Name, entry.Message.TimeLeftAt(now), detail)
        );
    }

    public void RefreshInBackground(Lookup lookup, CacheEntry stale)
    {
        bool useless = coordinator.IsUnshared(lookup.Full) || coordinator.IsUnderWay(lookup.Full);
        if (!useless && healths.Of(lookup.Endpoint).MayAsk())
        {
            coordinator.Join(
                lookup.Full,
                () => FetchPlan.InBackgroundFor(lookup.Http, lookup.Key, stale),
                () => Newer(lookup, stale)
            );
        }
    }

    /// <summary>Within stale-if-error: the origin gets the soft deadline, unless it is known to be bad.</summary>
    public async Task AskBrieflyAsync(Lookup lookup, CacheEntry stale, RequestDelegate next)
    {
        OriginHealth health = healths.Of(lookup.Endpoint);
        if (health.IsBad)
        {
            RefreshInBackground(lookup, stale);
            await SendStaleAsync(lookup.Http, stale, "stale-if-error");
            return;
        }

        (Flight flight, bool leads) = coordinator.Join(
            lookup.Full,
            () => FetchPlan.For(lookup.Http, lookup.Key, stale),
            () => Newer(lookup, stale)
        );
        TimeSpan patience = _options.SoftDeadline - (time.GetUtcNow() - flight.Began);
        if (patience > TimeSpan.Zero)
        {
            await ((Task)flight.Landing)
                .WaitAsync(patience, time, lookup.Http.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!flight.Landing.IsCompletedSuccessfully)
        {
            health.Hesitated();
            await SendStaleAsync(lookup.Http, stale, "stale-if-error");
            return;
        }

        FetchOutcome outcome = await flight.Landing;
        if (outcome.Answer.IsTrouble)
        {
            metrics.Served(CacheResult.Stale);
            await EntrySender.SendAsync(
                lookup.Http,
                stale,
                stale.Message.AgeAt(time.GetUtcNow()),
                CacheStatus.StaleIfError(_options.Name, outcome)
            );
        }
        else if (leads || Fits(lookup, outcome))
        {
            await SendAsync(lookup, outcome, "stale", collapsed: !leads, next);
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
            metrics.Served(CacheResult.Error);
            await GatewayError.SendAsync(
                http,
                Microsoft.AspNetCore.Http.StatusCodes.Status504GatewayTimeout,
                CacheStatus.Forwarded(_options.Name, "request; detail=only-if-cached"),
                _options.ProbeInterval
            );
            return;
        }

        string reason =
            stale is not null ? "stale"
            : lookup.Full == lookup.Key.Primary ? "uri-miss"
            : "vary-miss";
        bool isHead = HttpMethods.IsHead(http.Request.Method);
        for (
            int round = 0;
            round < Rounds && !alone && !isHead && !coordinator.IsUnshared(lookup.Full);
            round++
        )
        {
            (Flight flight, bool leads) = coordinator.Join(
                lookup.Full,
                () => FetchPlan.For(http, lookup.Key, stale),
                () => Newer(lookup, stale)
            );
            FetchOutcome outcome = await flight.Landing.WaitAsync(http.RequestAborted);
            if (leads || Fits(lookup, outcome))
            {
                await SendAsync(lookup, outcome, reason, collapsed: !leads, next);
                return;
            }

            if (!outcome.MayBeShared(time.GetUtcNow()))
            {
                break;
            }

            lookup = lookup with { Full = store.KeyFor(lookup.Key.Primary, http.Request.Headers) };
        }

        FetchPlan plan = FetchPlan.For(http, lookup.Key, isHead || alone ? null : stale);
        FetchOutcome own = await coordinator
            .FetchAloneAsync(lookup.Full, plan)
            .WaitAsync(http.RequestAborted);
        await SendAsync(lookup, own, reason, collapsed: false, next);
    }

    private Task SendAsync(
        Lookup lookup,
        FetchOutcome outcome,
        string reason,
        bool collapsed,
        RequestDelegate next
    )
    {
        HttpContext http = lookup.Http;
        string status = CacheStatus.Fetched(_options.Name, reason, outcome, collapsed);
        if (collapsed)
        {
            metrics.Collapsed();
        }

        if (outcome.Entry is { } entry)
        {
            metrics.Served(outcome.Confirmed ? CacheResult.Revalidated : CacheResult.Miss);
            DateTimeOffset now = time.GetUtcNow();
            return EntrySender.SendAsync(
                http,
                entry,
                collapsed || outcome.Confirmed ? entry.Message.AgeAt(now) : null,
                status
            );
        }

        if (outcome.Answer.Verdict == FetchVerdict.TooLong)
        {
            metrics.Served(CacheResult.Bypass);
            return next(http);
        }

        metrics.Served(CacheResult.Error);
        return GatewayError.SendAsync(
            http,
            GatewayError.StatusOf(outcome.Answer.Verdict),
            status,
            _options.ProbeInterval
        );
    }

    /// <summary>Whether what landed may be given to one who only waited, and is the variant it asked for.</summary>
    private bool Fits(Lookup lookup, FetchOutcome outcome)
    {
        if (Activity.Current is { } activity && outcome.Span != default)
        {
            activity.AddLink(new ActivityLink(outcome.Span));
        }

        return outcome.MayBeShared(time.GetUtcNow())
            && (
                !outcome.IsStored
                || outcome.Entry!.Key == store.KeyFor(lookup.Key.Primary, lookup.Http.Request.Headers)
            );
    }

    private CacheEntry? Newer(Lookup lookup, CacheEntry? than) =>
        store.TryGet(store.KeyFor(lookup.Key.Primary, lookup.Http.Request.Headers), out CacheEntry? entry)
        && entry != than
        && ReuseDecision.Decide(entry.Message, lookup.Directives, time.GetUtcNow()) == Reuse.Fresh
            ? entry
            : null;
}
