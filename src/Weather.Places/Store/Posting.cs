namespace Weather.Places.Store;

/// <summary>One owner of a key.</summary>
internal readonly record struct Posting(int Place, KeyKind Kind);
