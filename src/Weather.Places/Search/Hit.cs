namespace Weather.Places.Search;

/// <summary>A place found, and how good.</summary>
/// <param name="Place">Its index.</param>
/// <param name="Exact">Whether the text is one of its names.</param>
/// <param name="Preferred">Whether it lies in the country that the asker prefers.</param>
/// <param name="Points">What it counts, malus and bias included.</param>
internal readonly record struct Hit(int Place, bool Exact, bool Preferred, float Points)
{
    /// <summary>Exact first, the preferred country's first among those, then points, then importance.</summary>
    public static int BestFirst(Hit a, Hit b)
    {
        if (a.Exact != b.Exact)
        {
            return a.Exact ? -1 : 1;
        }

        if (a.Exact && a.Preferred != b.Preferred)
        {
            return a.Preferred ? -1 : 1;
        }

        int order = b.Points.CompareTo(a.Points);
        return order != 0 ? order : a.Place.CompareTo(b.Place);
    }
}
