namespace Weather.HttpCache.Store;

/// <summary>Makes the codings of an entry, once, on a thread of the pool; until then it is served plain.</summary>
internal sealed class EntryCoder(CacheStore store)
{
    public void Enqueue(CacheEntry entry)
    {
        ThreadPool.UnsafeQueueUserWorkItem(
            static job => job.Coder.Code(job.Entry),
            (Coder: this, Entry: entry),
            preferLocal: false
        );
    }

    private void Code(CacheEntry entry)
    {
        Body plain = entry.Body;
        store.Publish(entry, plain.With(Codings.Make(plain.Identity.Span)));
    }
}
