using System.Collections.Concurrent;

namespace Weather.Api.Purging;

/// <summary>Which values are being fetched, so that a purge reaches those too: what they were made from is what was declared wrong.</summary>
internal sealed class RunningFetches
{
    private readonly ConcurrentDictionary<string, object> _running = new(StringComparer.Ordinal);

    public object Begin(string name) => _running[name] = new object();

    /// <returns>False when a purge came meanwhile: nothing of the last value may live on in the new one.</returns>
    public bool End(string name, object fetch) => _running.TryRemove(new(name, fetch));

    public void Condemn(string name) => _running.TryRemove(name, out _);
}
