namespace Weather.Edge.Tests.RealApi;

/// <summary>The same moment for all, so that an answer does not change because an hour has begun.</summary>
internal sealed class StoppedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
