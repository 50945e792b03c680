using BitFaster.Caching.Lru;
using Microsoft.Extensions.Options;

namespace Weather.HttpCache.Fetching;

/// <summary>
/// Keys whose last fetch met trouble. Each is left alone for the probe interval, doubling to ten times it, wherever an answer can be given
/// without it: an origin that answers 503 to all is not hammered, and one that does so for one key is asked for the others as ever.
/// </summary>
internal sealed class KeyTroubles(IOptions<HttpCacheOptions> options, TimeProvider time)
{
    private const int Keys = 16 * 1024;

    private readonly FastConcurrentLru<string, Pause> _pauses = new(Keys);

    /// <summary>It failed a moment ago: what we have is given, and nobody asks.</summary>
    public bool IsPaused(string key) =>
        _pauses.TryGet(key, out Pause pause) && time.GetUtcNow() < pause.Until;

    public void Learn(string key, Answer answer)
    {
        if (!answer.IsTrouble)
        {
            _pauses.TryRemove(key);
            return;
        }

        DateTimeOffset now = time.GetUtcNow();
        TimeSpan length = options.Value.ProbeInterval;
        if (_pauses.TryGet(key, out Pause last))
        {
            if (now < last.Until)
            {
                // Somebody for whom nothing stored would do: that does not make the others wait longer.
                return;
            }

            length = OriginHealth.Longer(last.Length, options.Value.ProbeInterval);
        }

        _pauses.AddOrUpdate(key, new Pause(now + length, length));
    }

    private readonly record struct Pause(DateTimeOffset Until, TimeSpan Length);
}
