using Weather.Model;

namespace Weather.Api.Places;

/// <summary>What a request's place parameters mean, in the language of the answer.</summary>
internal sealed record ResolvedPlace(
    Place Place,
    PlaceLabel Label,
    string Language,
    IReadOnlyList<Place> Alternatives
);
