namespace Weather.Places.Store;

/// <summary>Consonants of the plain names of the larger places (see <see cref="Names.Skeleton"/>), sorted; namesakes by importance.</summary>
internal sealed class SkeletonTable(SectionReader data)
{
    private readonly ulong[] skeletons = data.Column<ulong>();
    private readonly int[] places = data.Column<int>();

    /// <summary>The places of one skeleton, most important first.</summary>
    public ReadOnlySpan<int> Find(ulong skeleton)
    {
        int first = Array.BinarySearch(skeletons, skeleton);
        if (first < 0)
        {
            return [];
        }

        while (first > 0 && skeletons[first - 1] == skeleton)
        {
            first--;
        }

        int end = first;
        while (end < skeletons.Length && skeletons[end] == skeleton)
        {
            end++;
        }

        return places.AsSpan(first, end - first);
    }
}
