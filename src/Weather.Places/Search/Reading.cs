namespace Weather.Places.Search;

/// <summary>One way to understand a query: a folded name, and the areas it may lie in (null: anywhere).</summary>
/// <param name="Name">Folded, with its spaces.</param>
/// <param name="Areas">Which of the gazetteer's areas are meant; null for all.</param>
/// <param name="Certain">False when a qualifier was not understood: what is found is a suggestion.</param>
internal sealed record Reading(string Name, bool[]? Areas, bool Certain)
{
    public bool Allows(int area) => Areas is null || Areas[area];
}
