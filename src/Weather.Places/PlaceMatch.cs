using Weather.Model;

namespace Weather.Places;

/// <param name="Place">The place.</param>
/// <param name="Exact">
/// True when the text is one of the place's names (after normalisation). Only an exact match resolves <c>city=</c>;
/// others are suggestions.
/// </param>
public sealed record PlaceMatch(Place Place, bool Exact);
