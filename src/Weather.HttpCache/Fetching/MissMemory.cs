using BitFaster.Caching.Lru;
using Microsoft.Extensions.Options;

namespace Weather.HttpCache.Fetching;

/// <summary>What recent fetches taught about keys that are not stored; forgotten after a while, because origins change.</summary>
internal sealed class MissMemory(IOptions<HttpCacheOptions> options, TimeProvider time)
{
    private const int Keys = 16 * 1024;

    private readonly FastConcurrentLru<string, DateTimeOffset> _unshared = new(Keys);
    private readonly FastConcurrentLru<string, DateTimeOffset> _tooLong = new(Keys);

    /// <summary>Answers for this key could not be shared: to wait for each other's fetch would be in vain (hit-for-miss).</summary>
    public bool IsUnshared(string key) => IsRecent(_unshared, key);

    /// <summary>An answer for this key was longer than the cache takes: it goes straight through.</summary>
    public bool IsTooLong(string primary) => IsRecent(_tooLong, primary);

    public void Learn(string key, FetchPlan plan, FetchOutcome outcome)
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

    private bool IsRecent(FastConcurrentLru<string, DateTimeOffset> memory, string key) =>
        memory.TryGet(key, out DateTimeOffset since) && time.GetUtcNow() - since < options.Value.HitForMiss;
}
