using System.Collections.Frozen;
using Weather.Model;

namespace Weather.Places.Starter;

/// <summary>A row of starter.tsv. <see cref="Keys"/> are folded names; <see cref="Qualifiers"/> folded names of region and country.</summary>
internal sealed record StarterPlace(
    Place Place,
    FrozenDictionary<string, PlaceLabel> Labels,
    IReadOnlyList<string> Keys,
    FrozenSet<string> Qualifiers
);
