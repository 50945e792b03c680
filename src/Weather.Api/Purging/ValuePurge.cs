using Microsoft.Extensions.Caching.Distributed;
using ZiggyCreatures.Caching.Fusion;

namespace Weather.Api.Purging;

/// <summary>
/// Removes a value from memory and from the second level, and says so when the latter could not be reached: FusionCache itself would pass over that, and
/// over a circuit that is open.
/// </summary>
/// <param name="cache">Memory.</param>
/// <param name="second">The second level; null when there is none.</param>
/// <param name="prefix">What all keys begin with.</param>
internal sealed class ValuePurge(IFusionCache cache, IDistributedCache? second, string prefix)
{
    /// <summary>How FusionCache names a key there.</summary>
    private const string WireFormat =
        FusionCacheOptions.DistributedCacheWireFormatVersion
        + FusionCacheInternalStrings.DefaultDistributedCacheWireFormatSeparator;

    /// <exception cref="Exception">The second level did not do it; memory did.</exception>
    public async Task RemoveAsync(string key, CancellationToken cancellationToken)
    {
        await cache.RemoveAsync(
            key,
            entry => entry.SetSkipDistributedCacheWrite(true, true),
            token: cancellationToken
        );
        if (second is not null)
        {
            await second.RemoveAsync(WireFormat + prefix + key, cancellationToken);
        }
    }
}
