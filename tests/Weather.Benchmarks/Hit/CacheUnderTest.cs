using Weather.Benchmarks.Processes;

namespace Weather.Benchmarks.Hit;

/// <summary>A caching proxy in a process of its own, alone on core 0 but for the others that are idle while it is measured.</summary>
internal sealed record CacheUnderTest(string Name, string Address, ChildProcess Process) : IAsyncDisposable
{
    public int ProcessId => Process.Id;

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
