using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Weather.HttpCache.Tests.Sockets;

/// <summary>Fake time that tells when somebody has begun to wait, so that a test does not let time pass too early.</summary>
public sealed class WatchedTime() : FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
{
    private readonly ConcurrentDictionary<TimeSpan, SemaphoreSlim> _timers = new();

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        Of(dueTime).Release();
        return timer;
    }

    /// <summary>Returns when one more wait of this length has begun.</summary>
    public Task WaitBegunAsync(TimeSpan length) =>
        Of(length).WaitAsync(TestContext.Current.CancellationToken);

    private SemaphoreSlim Of(TimeSpan length) => _timers.GetOrAdd(length, _ => new SemaphoreSlim(0));
}
