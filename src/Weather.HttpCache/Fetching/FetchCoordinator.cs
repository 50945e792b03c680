using System.Collections.Concurrent;
using System.Globalization;
using BitFaster.Caching.Lru;
using Microsoft.Extensions.Options;
using Weather.HttpCache.Semantics;
using Weather.HttpCache.Store;

namespace Weather.HttpCache.Fetching;

/// <summary>
/// One fetch per key, owned by the cache. It starts on a thread of the pool without the request's execution context (whose spans, scopes and
/// accessors it would outlive), runs to its own deadline whoever has left, stores, and only then lands.
/// </summary>
internal sealed class FetchCoordinator(
    Fetcher fetcher,
    CacheStore store,
    EntryCoder coder,
    OriginHealths healths,
    IOptions<HttpCacheOptions> options,
    TimeProvider time
)
{
    private const int RememberedMisses = 16 * 1024;

    private readonly ConcurrentDictionary<string, Flight> _flights = new(StringComparer.Ordinal);
    private readonly FastConcurrentLru<string, DateTimeOffset> _unshared = new(RememberedMisses);
    private readonly FastConcurrentLru<string, DateTimeOffset> _tooLong = new(RememberedMisses);
    private long _alone;

    public int Count => _flights.Count;

    /// <summary>Recently answers for this key could not be shared: waiting for each other's fetch would be in vain (hit-for-miss).</summary>
    public bool IsUnshared(string key) => IsRemembered(_unshared, key);

    /// <summary>Recently an answer for this key was longer than we take.</summary>
    public bool IsTooLong(string key) => IsRemembered(_tooLong, key);

    public bool IsUnderWay(string key) => _flights.ContainsKey(key);

    /// <summary>Joins the fetch of this key, or becomes the one that starts it.</summary>
    /// <param name="key">The key as far as it is known: a variant's, when it is known what the answer varies on.</param>
    /// <param name="plan">How to fetch; used only when none is under way.</param>
    /// <param name="lookAgain">
    /// Asks the store once more. Between a first look and the start of a fetch another fetch may have landed; without this look each key
    /// is fetched twice now and then.
    /// </param>
    public (Flight Flight, bool Leads) Join(string key, Func<FetchPlan> plan, Func<CacheEntry?> lookAgain)
    {
        var own = new Flight(time.GetUtcNow());
        Flight flight = _flights.GetOrAdd(key, own);
        if (flight != own)
        {
            return (flight, false);
        }

        if (lookAgain() is { } entry)
        {
            _flights.TryRemove(new(key, own));
            own.Land(
                new FetchOutcome(
                    new Answer(FetchVerdict.Complete, entry.Message, entry.Body.Identity),
                    entry,
                    IsStored: true,
                    Confirmed: false
                )
            );
            return (own, false);
        }

        Start(new FlightKey(key, key), own, plan());
        return (own, true);
    }

    /// <summary>A fetch for one request alone. What it brings is stored all the same, if it may be.</summary>
    public Task<FetchOutcome> FetchAloneAsync(string key, FetchPlan plan)
    {
        var flight = new Flight(time.GetUtcNow());
        string own = string.Create(
            CultureInfo.InvariantCulture,
            $"{key}\n!{Interlocked.Increment(ref _alone)}"
        );
        _flights[own] = flight;
        Start(new FlightKey(own, key), flight, plan);
        return flight.Landing;
    }

    /// <summary>What is under way for the key, or for all, will not be stored.</summary>
    public void Condemn(string? key = null)
    {
        foreach ((string other, Flight flight) in _flights)
        {
            if (key is null || other == key || other.StartsWith(key + "\n", StringComparison.Ordinal))
            {
                flight.Condemn();
            }
        }
    }

    private void Start(FlightKey key, Flight flight, FetchPlan plan) =>
        ThreadPool.UnsafeQueueUserWorkItem(
            static job => _ = job.Coordinator.RunAsync(job.Key, job.Flight, job.Plan),
            (Coordinator: this, Key: key, Flight: flight, Plan: plan),
            preferLocal: false
        );

    private async Task RunAsync(FlightKey key, Flight flight, FetchPlan plan)
    {
        try
        {
            FetchOutcome outcome = await FetchAsync(flight, plan);
            Remember(key.Full, plan, outcome);
            // Stored first, then gone from the map, then landed: nobody finds neither.
            _flights.TryRemove(new(key.InMap, flight));
            flight.Land(outcome);
        }
#pragma warning disable CA1031 // Whatever went wrong, nobody may wait for ever.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _flights.TryRemove(new(key.InMap, flight));
            flight.Crash(exception);
        }
    }

    private async Task<FetchOutcome> FetchAsync(Flight flight, FetchPlan plan)
    {
        Answer answer = await fetcher.RunAsync(plan);
        if (plan.Stale is { } stale && answer is { Verdict: FetchVerdict.Complete, Message.Status: 304 })
        {
            if (Validation.Confirms(stale.Message, answer.Message.Fields))
            {
                return Confirmed(flight, plan, stale, answer);
            }

            answer = await fetcher.RunAsync(plan.Unconditional());
        }

        OriginHealth health = healths.Of(plan.Endpoint);
        if (answer.IsTrouble)
        {
            health.Failed();
        }
        else
        {
            health.Succeeded();
        }

        return Received(flight, plan, answer);
    }

    private FetchOutcome Confirmed(Flight flight, FetchPlan plan, CacheEntry stale, Answer answer)
    {
        healths.Of(plan.Endpoint).Succeeded();
        Message renewed = Validation.Update(stale.Message, answer.Message);
        return Keep(flight, plan, answer, renewed, stale.Body, confirmed: true);
    }

    private FetchOutcome Received(Flight flight, FetchPlan plan, Answer answer)
    {
        if (!answer.CanBeShown)
        {
            return new FetchOutcome(answer, null, IsStored: false, Confirmed: false);
        }

        // The same bytes again keep their codings.
        Body body =
            plan.Stale is { } stale
            && stale.Body.IsCodable == Codings.MayMake(answer.Message, answer.Bytes.Length)
            && answer.Bytes.AsSpan().SequenceEqual(stale.Body.Identity)
                ? stale.Body
                : new Body(answer.Bytes, Codings.MayMake(answer.Message, answer.Bytes.Length));
        return Keep(flight, plan, answer, answer.Message, body, confirmed: false);
    }

    private FetchOutcome Keep(
        Flight flight,
        FetchPlan plan,
        Answer answer,
        Message message,
        Body body,
        bool confirmed
    )
    {
        Message kept = plan.Key.Rule is null ? message : message.WithoutCookies();
        bool mayStore =
            !flight.IsCondemned
            && plan.Method == "GET"
            && answer.Verdict == FetchVerdict.Complete
            && Storability.Judge(kept, plan.HadAuthorization) == Storable.Yes;
        if (!mayStore)
        {
            return new FetchOutcome(
                answer,
                new CacheEntry(plan.Key.Primary, message, body),
                IsStored: false,
                confirmed
            );
        }

        CacheEntry entry = store.Put(plan.Key.Primary, kept.WithoutUnkept(), body, plan.Headers);
        coder.Enqueue(entry);
        return new FetchOutcome(answer, entry, IsStored: true, confirmed);
    }

    private void Remember(string key, FetchPlan plan, FetchOutcome outcome)
    {
        if (outcome.Answer.Verdict == FetchVerdict.TooLong)
        {
            _tooLong.AddOrUpdate(plan.Key.Primary, time.GetUtcNow());
        }
        else if (outcome.MayBeShared(time.GetUtcNow()))
        {
            _unshared.TryRemove(key);
        }
        else if (plan.Method == "GET")
        {
            _unshared.AddOrUpdate(key, time.GetUtcNow());
        }
    }

    private bool IsRemembered(FastConcurrentLru<string, DateTimeOffset> memory, string key) =>
        memory.TryGet(key, out DateTimeOffset since) && time.GetUtcNow() - since < options.Value.HitForMiss;
}
