using System.Runtime.InteropServices;

namespace Weather.Places.Search;

/// <summary>The best hits of one search, each place once. Bounded, so that no query costs more than its answer.</summary>
internal sealed class HitList(int capacity)
{
    private readonly Dictionary<int, Hit> hits = [];

    /// <summary>What is not above it cannot get in any more. It only rises.</summary>
    public float Floor { get; private set; } = float.MinValue;

    public int Count => hits.Count;

    public bool HasExact { get; private set; }

    public void Add(Hit hit)
    {
        if (!hit.Exact && hit.Points <= Floor)
        {
            return;
        }

        ref Hit known = ref CollectionsMarshal.GetValueRefOrAddDefault(hits, hit.Place, out bool found);
        if (!found || Compare(hit, known) < 0)
        {
            known = hit;
        }

        HasExact |= hit.Exact;
        Trim();
    }

    public Hit[] Ordered(CountryBias bias)
    {
        Hit[] all = [.. hits.Values];
        Array.Sort(
            all,
            (a, b) =>
            {
                int order = b.Exact.CompareTo(a.Exact);
                order =
                    order != 0 || !a.Exact ? order : bias.Prefers(b.Place).CompareTo(bias.Prefers(a.Place));
                order = order != 0 ? order : b.Points.CompareTo(a.Points);
                return order != 0 ? order : a.Place.CompareTo(b.Place);
            }
        );
        return all;
    }

    private void Trim()
    {
        // Half as many again are kept before cutting: a cut sorts.
        if (hits.Count < capacity * 3 / 2)
        {
            return;
        }

        Hit[] all = [.. hits.Values];
        Array.Sort(all, Compare);
        foreach (Hit worst in all.AsSpan(capacity))
        {
            hits.Remove(worst.Place);
        }

        Floor = all[capacity - 1].Exact ? float.MaxValue : all[capacity - 1].Points;
    }

    private static int Compare(Hit a, Hit b) =>
        a.Exact != b.Exact ? b.Exact.CompareTo(a.Exact) : b.Points.CompareTo(a.Points);
}
