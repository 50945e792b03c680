using System.Globalization;
using Microsoft.Extensions.Caching.Distributed;

namespace Weather.Api.Purging;

/// <summary>
/// Part of every key of the value cache: the instant (milliseconds of Unix time) at which all that is stored was last declared wrong. FusionCache can
/// clear with tags alone, and with tagging on every read asks the second level for two more keys.
/// </summary>
/// <remarks>Kept in the second level, so that it outlives a restart and is common to the nodes that share it; the highest one counts.</remarks>
/// <param name="second">The second level; null when there is none.</param>
/// <param name="time">Says how long ago a purge was.</param>
internal sealed class CacheEpoch(IDistributedCache? second, TimeProvider time)
{
    private const string StoredAs = "epoch";

    /// <summary>No upstream forbids to be asked again for longer than this.</summary>
    private static readonly TimeSpan LongestRule = TimeSpan.FromHours(12);

    private readonly Lock _lock = new();
    private volatile Raised _now = new(0, 0);

    public bool IsShared => second is not null;

    public string Key(string name) => KeyIn(_now.Current, name);

    /// <returns>The key that the last purge of all made unreachable, as long as an upstream's rule may hang on what stands there; else null.</returns>
    public string? KeyBefore(string name)
    {
        Raised now = _now;
        return
            now.Current > 0
            && time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(now.Current) < LongestRule
            ? KeyIn(now.Before, name)
            : null;
    }

    /// <summary>Makes everything stored until now unreachable, here at once, then for those who share the second level.</summary>
    /// <exception cref="Exception">The second level could not be told; here it is done.</exception>
    public async Task RaiseAsync(long instant, CancellationToken cancellationToken)
    {
        try
        {
            await AgreeAsync(cancellationToken);
        }
        finally
        {
            lock (_lock)
            {
                // The same purge from two nodes is one. A later purge by a slower clock is a later one all the same.
                if (instant != _now.Current)
                {
                    _now = new Raised(Math.Max(instant, _now.Current + 1), _now.Current);
                }
            }
        }

        await WriteAsync(cancellationToken);
    }

    /// <summary>Takes what the second level says if it is higher, and tells it ours if it is not there or lower.</summary>
    public async Task AgreeAsync(CancellationToken cancellationToken)
    {
        if (second is null)
        {
            return;
        }

        Raised stored = Parse(await second.GetStringAsync(StoredAs, cancellationToken));
        bool isOurs;
        lock (_lock)
        {
            isOurs = _now.Current > stored.Current;
            _now = isOurs ? _now : stored;
        }

        if (isOurs)
        {
            await WriteAsync(cancellationToken);
        }
    }

    private Task WriteAsync(CancellationToken cancellationToken)
    {
        Raised now = _now;
        return second is null
            ? Task.CompletedTask
            : second.SetStringAsync(
                StoredAs,
                FormattableString.Invariant($"{now.Current} {now.Before}"),
                cancellationToken
            );
    }

    private static string KeyIn(long epoch, string name) =>
        epoch == 0 ? name : FormattableString.Invariant($"{name}@{epoch}");

    private static Raised Parse(string? text) =>
        text?.Split(' ') is [var current, var before]
        && long.TryParse(current, NumberStyles.None, CultureInfo.InvariantCulture, out long now)
        && long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out long then)
            ? new Raised(now, then)
            : new Raised(0, 0);

    private sealed record Raised(long Current, long Before);
}
