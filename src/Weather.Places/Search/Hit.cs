namespace Weather.Places.Search;

/// <summary>A place found, and how good: exact ones come first, then points count.</summary>
internal readonly record struct Hit(int Place, bool Exact, float Points);
