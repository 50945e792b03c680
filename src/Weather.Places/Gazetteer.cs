using Weather.Model;
using Weather.Places.Nearby;
using Weather.Places.Search;
using Weather.Places.Store;

namespace Weather.Places;

/// <summary>The embedded gazetteer. Immutable after <see cref="Load"/>, so any number of threads may ask.</summary>
public sealed class Gazetteer : IGazetteer
{
    private readonly GazetteerData data;
    private readonly NearbyPlaces nearby;
    private readonly PlaceNames names;
    private readonly PlaceSearch search;

    private Gazetteer(GazetteerData data, PlacesOptions options)
    {
        this.data = data;
        nearby = new NearbyPlaces(data);
        names = new PlaceNames(data, options);
        search = new PlaceSearch(data);
    }

    /// <summary>Number of places.</summary>
    public int Count => data.Places.Count;

    public static Gazetteer Load(PlacesOptions options) => new(GazetteerData.Load(), options);

    public IReadOnlyList<string> Provenance => data.Sources;

    public Place? Find(long id) =>
        data.Ids.Find(id) is >= 0 and int place ? PlaceMaker.Make(data, place) : null;

    public IReadOnlyList<PlaceMatch> Search(PlaceQuery query) => search.Search(query, names.NameIn);

    public Place? Nearest(GeoPoint point, double kilometres) =>
        nearby.Nearest(point, kilometres) is >= 0 and int place ? PlaceMaker.Make(data, place) : null;

    public string ZoneAt(GeoPoint point) => nearby.ZoneAt(point);

    public PlaceLabel Label(Place place, string language) =>
        place.Id is { } id && data.Ids.Find(id) is >= 0 and int known
            ? names.Label(known, language)
            : new PlaceLabel(string.Empty, null, null);
}
