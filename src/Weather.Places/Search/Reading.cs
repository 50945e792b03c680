using Weather.Places.Store;

namespace Weather.Places.Search;

/// <summary>One way to understand a query: a folded name, and where it may lie.</summary>
/// <param name="Name">Folded, with its spaces.</param>
/// <param name="Qualifiers">
/// Each a set of countries and divisions (as the postings of <see cref="GazetteerData.Qualifiers"/> count them), of which one
/// must hold the place; none for anywhere.
/// </param>
/// <param name="Certain">False when a qualifier was not understood: what is found is a suggestion.</param>
internal sealed record Reading(string Name, IReadOnlyList<HashSet<int>> Qualifiers, bool Certain)
{
    public bool Allows(Area area)
    {
        foreach (HashSet<int> owners in Qualifiers)
        {
            if (!owners.Contains(2 * area.Country) && !owners.Contains((2 * area.Admin) + 1))
            {
                return false;
            }
        }

        return true;
    }
}
