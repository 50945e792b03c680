namespace Weather.Edge.Tests.RealApi;

/// <summary>The same moment for all, so that an answer does not change because an hour has begun.</summary>
internal sealed class StoppedTime : TimeProvider
{
    private readonly DateTimeOffset _now = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _now;
}
