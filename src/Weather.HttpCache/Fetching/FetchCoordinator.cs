using System.Collections.Concurrent;
using System.Globalization;
using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Fetching;

/// <summary>
/// One fetch per key, owned by the cache. It starts on a thread of the pool without the request's execution context (whose spans, scopes and
/// accessors it would outlive), runs to its own deadline whoever has left, stores, and only then lands.
/// </summary>
internal sealed class FetchCoordinator(
    Fetcher fetcher,
    AnswerKeeper keeper,
    MissMemory memory,
    KeyTroubles troubles,
    OriginHealths healths,
    TimeProvider time
)
{
    private readonly ConcurrentDictionary<string, Flight> _flights = new(StringComparer.Ordinal);
    private long _alone;

    public int Count => _flights.Count;

    public bool IsUnderWay(string key) => _flights.ContainsKey(key);

    /// <summary>Joins the fetch of this key, or becomes the one that starts it.</summary>
    /// <param name="key">The key as far as it is known: a variant's, when it is known what the answer varies on.</param>
    /// <param name="plan">How to fetch; asked only when none is under way. Null when this request may not fetch.</param>
    /// <param name="lookAgain">
    /// Asks the store once more. Between a first look and the start of a fetch another fetch may have landed; without this look each key
    /// is fetched twice now and then.
    /// </param>
    /// <returns>No flight when this request would have led one and may not.</returns>
    public (Flight? Flight, bool Leads) Join(string key, Func<FetchPlan?> plan, Func<FetchOutcome?> lookAgain)
    {
        var own = new Flight(time.GetUtcNow());
        Flight flight = _flights.GetOrAdd(key, own);
        if (flight != own)
        {
            return (flight, false);
        }

        if (lookAgain() is { } found)
        {
            _flights.TryRemove(new(key, own));
            own.Land(found);
            return (own, false);
        }

        if (plan() is not { } planned)
        {
            _flights.TryRemove(new(key, own));
            own.Land(FetchOutcome.Withdrawn);
            return (null, false);
        }

        Start(new FlightKey(key, key), own, planned);
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

    /// <summary>Returns when nothing is being fetched.</summary>
    public async Task SettledAsync()
    {
        while (!_flights.IsEmpty)
        {
            await Task.WhenAll(_flights.Values.Select(flight => (Task)flight.Landing))
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
            memory.Learn(key.Full, plan, outcome);
            if (plan.Method == "GET")
            {
                troubles.Learn(key.Full, outcome.Answer);
            }

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
                healths.Of(plan.Endpoint).Succeeded();
                return keeper.KeepConfirmed(flight, plan, stale, answer);
            }

            answer = await fetcher.RunAsync(plan.Unconditional());
        }

        OriginHealth health = healths.Of(plan.Endpoint);
        if (answer.IsOriginTrouble)
        {
            health.Failed();
        }
        else
        {
            health.Succeeded();
        }

        return keeper.Keep(flight, plan, answer);
    }
}
