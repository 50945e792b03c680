namespace Weather.Places;

/// <summary>
/// What somebody typed. <paramref name="Text"/> may hold qualifiers ("Paris, TX"); <paramref name="Country"/> (ISO 3166-1
/// alpha-2) prefers that country's places; <paramref name="Language"/> prefers names of that language.
/// </summary>
public sealed record PlaceQuery(string Text, string? Country = null, string? Language = null, int Limit = 10);
