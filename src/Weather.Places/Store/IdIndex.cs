namespace Weather.Places.Store;

/// <summary>Id to place, old ids included: two sorted arrays, a tenth of a dictionary's size.</summary>
internal sealed class IdIndex
{
    private readonly uint[] ids;
    private readonly int[] places;

    public IdIndex(PlaceTable table, DataCursor data)
    {
        int aliases = data.Varint();
        ids = new uint[table.Count + aliases];
        places = new int[ids.Length];
        for (int i = 0; i < table.Count; i++)
        {
            ids[i] = (uint)table.Id(i);
            places[i] = i;
        }

        for (int i = table.Count; i < ids.Length; i++)
        {
            ids[i] = (uint)data.Varint();
            places[i] = data.Varint();
        }

        Array.Sort(ids, places);
    }

    /// <summary>−1 when unknown.</summary>
    public int Find(long id)
    {
        if (id is < 0 or > uint.MaxValue)
        {
            return -1;
        }

        int at = Array.BinarySearch(ids, (uint)id);
        return at < 0 ? -1 : places[at];
    }
}
