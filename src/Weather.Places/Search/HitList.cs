namespace Weather.Places.Search;

/// <summary>The best hits of one search, best first, each place once. Bounded, so that no query costs more than its answer.</summary>
internal sealed class HitList(int capacity)
{
    private readonly Hit[] hits = new Hit[capacity];

    public int Count { get; private set; }

    public bool HasExact => Count > 0 && hits[0].Exact;

    /// <summary>What is not exact and not above it cannot get in any more. It only rises.</summary>
    public float Floor =>
        Count < capacity ? float.MinValue
        : hits[^1].Exact ? float.MaxValue
        : hits[^1].Points;

    public Span<Hit> Best => hits.AsSpan(0, Count);

    public void Add(Hit hit)
    {
        int known = Find(hit.Place);
        if (known < 0 && Count < capacity)
        {
            Count++;
        }
        else if (Hit.BestFirst(hit, hits[known < 0 ? Count - 1 : known]) >= 0)
        {
            return;
        }

        int at = known < 0 ? Count - 1 : known;
        for (; at > 0 && Hit.BestFirst(hit, hits[at - 1]) < 0; at--)
        {
            hits[at] = hits[at - 1];
        }

        hits[at] = hit;
    }

    private int Find(int place)
    {
        for (int i = 0; i < Count; i++)
        {
            if (hits[i].Place == place)
            {
                return i;
            }
        }

        return -1;
    }
}
