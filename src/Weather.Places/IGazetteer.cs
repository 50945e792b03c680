using Weather.Model;

namespace Weather.Places;

/// <summary>Known places: by id, by name in any script, by nearness. Immutable and in memory; every call is synchronous.</summary>
public interface IGazetteer
{
    /// <summary>The packages that the data were made from, each with its version and licence.</summary>
    IReadOnlyList<string> Provenance { get; }

    /// <summary>The place with this id (or with this id as an old alias), or null.</summary>
    Place? Find(long id);

    /// <summary>Best match first; empty when nothing fits. Never throws, whatever the text.</summary>
    IReadOnlyList<PlaceMatch> Search(PlaceQuery query);

    /// <summary>The nearest known place within <paramref name="kilometres"/>, or null.</summary>
    Place? Nearest(GeoPoint point, double kilometres);

    /// <summary>IANA zone of any point on earth, the sea included.</summary>
    string ZoneAt(GeoPoint point);

    /// <summary>Name, admin and country of a known place in a language (BCP 47), falling back by script.</summary>
    PlaceLabel Label(Place place, string language);
}
