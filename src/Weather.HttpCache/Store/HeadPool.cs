using BitFaster.Caching.Lru;
using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Store;

/// <summary>
/// Packs messages. Of a typical answer all fields are those of many others, but for its tag, its date, its purge tags and its trace; objects
/// and texts of its own for each would cost more than its body.
/// </summary>
internal sealed class HeadPool(RecentEntries recent)
{
    private const int Heads = 1024;

    private readonly FastConcurrentLru<SharedHead, SharedHead> _heads = new(Heads);

    /// <returns>The packed message, and what of it is held for the first time here.</returns>
    public (PackedHead Head, int New) Pack(Message message)
    {
        var own = new SharedHead(
            message.Status,
            message.Directives,
            [.. message.Fields.All.ToArray().Where(field => !PackedHead.IsOwn(field.Name))],
            recent
        );
        SharedHead shared = _heads.GetOrAdd(own, static own => own);
        return (PackedHead.Of(message, shared), ReferenceEquals(shared, own) ? own.Size : 0);
    }
}
