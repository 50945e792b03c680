namespace Weather.Places.Store;

/// <summary>Id to place and back, old ids included: sorted columns, a tenth of a dictionary's size.</summary>
internal sealed class IdIndex(SectionReader data)
{
    private readonly uint[] ids = data.Column<uint>();
    private readonly int[] places = data.Column<int>();
    private readonly uint[] formerIds = data.Column<uint>();
    private readonly int[] heirs = data.Column<int>();

    /// <summary>Every id that leads somewhere, former ones last.</summary>
    public IEnumerable<long> All => ids.Concat(formerIds).Select(id => (long)id);

    /// <summary>−1 when unknown.</summary>
    public int Find(long id)
    {
        if (id is < 0 or > uint.MaxValue)
        {
            return -1;
        }

        if (Array.BinarySearch(ids, (uint)id) is >= 0 and int at)
        {
            return places[at];
        }

        return Array.BinarySearch(formerIds, (uint)id) is >= 0 and int former ? heirs[former] : -1;
    }

    /// <summary>The ids in the order of the places.</summary>
    public uint[] OfPlaces()
    {
        var ordered = new uint[ids.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            ordered[places[i]] = ids[i];
        }

        return ordered;
    }
}
