using System.Collections.Frozen;
using System.Globalization;
using Weather.Model;
using Weather.Places.Names;
using Weather.Places.Starter;

namespace Weather.Places;

/// <summary>The places of the embedded table.</summary>
public sealed class Gazetteer : IGazetteer
{
    private const int LongestText = 200;
    private const double FarthestZoneKilometres = 500;

    private readonly IReadOnlyList<StarterPlace> places;
    private readonly FrozenDictionary<long, StarterPlace> byId;
    private readonly FrozenSet<string> withoutCountryLabel;

    private Gazetteer(IReadOnlyList<StarterPlace> places, PlacesOptions options)
    {
        this.places = places;
        byId = places.ToFrozenDictionary(entry => entry.Place.Id!.Value);
        withoutCountryLabel = options.AreasWithoutCountryLabel.ToFrozenSet(StringComparer.Ordinal);
    }

    public static Gazetteer Load(PlacesOptions options) => new(StarterTable.Load(), options);

    public Place? Find(long id) => byId.GetValueOrDefault(id)?.Place;

    public IReadOnlyList<PlaceMatch> Search(PlaceQuery query)
    {
        string text = query.Text.Length > LongestText ? query.Text[..LongestText] : query.Text;
        foreach ((string name, IReadOnlyList<string> qualifiers) in Readings(text))
        {
            PlaceMatch[] matches = Matches(name, qualifiers, query);
            if (matches.Length > 0)
            {
                return matches;
            }
        }

        return [];
    }

    public Place? Nearest(GeoPoint point, double kilometres) =>
        places
            .Select(entry => (entry.Place, Distance: entry.Place.Point.DistanceTo(point)))
            .Where(candidate => candidate.Distance <= kilometres)
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault()
            .Place;

    public string ZoneAt(GeoPoint point) =>
        Nearest(point, FarthestZoneKilometres)?.ZoneId ?? NauticalZone.At(point);

    public PlaceLabel Label(Place place, string language)
    {
        if (place.Id is not { } id || !byId.TryGetValue(id, out StarterPlace? entry))
        {
            return new PlaceLabel(string.Empty, null, null);
        }

        PlaceLabel label = entry.Labels[Supported(language)];
        bool hidden =
            withoutCountryLabel.Contains(place.CountryCode!)
            || withoutCountryLabel.Contains(id.ToString(CultureInfo.InvariantCulture));
        return hidden ? label with { Country = null } : label;
    }

    private static string Supported(string language) =>
        language.Split('-')[0].ToLowerInvariant() switch
        {
            "ar" or "fa" or "ur" or "ckb" or "ps" or "sd" or "ug" => "ar",
            "fr" => "fr",
            _ => "en",
        };

    /// <summary>"Paris, Texas", then "Paris Texas" as one name, then its last words as a qualifier.</summary>
    private static IEnumerable<(string Name, IReadOnlyList<string> Qualifiers)> Readings(string text)
    {
        string[] parts =
        [
            .. text.Split(',', '،', '、', '，', ';').Select(NameFold.Fold).Where(part => part.Length > 0),
        ];
        if (parts.Length == 0)
        {
            yield break;
        }

        yield return (parts[0], parts[1..]);
        string[] words = parts[0].Split(' ');
        for (int cut = words.Length - 1; cut > 0 && parts.Length == 1; cut--)
        {
            yield return (string.Join(' ', words[..cut]), [string.Join(' ', words[cut..])]);
        }
    }

    private PlaceMatch[] Matches(string name, IReadOnlyList<string> qualifiers, PlaceQuery query) =>
        [
            .. places
                .Where(entry => qualifiers.All(entry.Qualifiers.Contains))
                .Select(entry => (entry.Place, Quality: entry.Keys.Max(key => MatchQuality.Of(name, key))))
                .Where(match => match.Quality > 0)
                .OrderByDescending(match => match.Quality)
                .ThenByDescending(match => IsIn(match.Place.CountryCode, query.Country))
                .ThenByDescending(match => match.Place.Population)
                .Take(Math.Max(0, query.Limit))
                .Select(match => new PlaceMatch(match.Place, match.Quality == MatchQuality.Exact)),
        ];

    // A Moroccan site means the southern provinces too.
    private static bool IsIn(string? code, string? country) =>
        country is not null
        && (
            country.Equals(code, StringComparison.OrdinalIgnoreCase)
            || (code == "EH" && country.Equals("MA", StringComparison.OrdinalIgnoreCase))
        );
}
