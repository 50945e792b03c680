namespace Weather.Edge.Tests;

/// <summary>The machine's clock, moved by a test; timers run as ever.</summary>
internal sealed class MovedTime : TimeProvider
{
    private long _ticks;

    public override DateTimeOffset GetUtcNow() =>
        base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    public void Move(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
