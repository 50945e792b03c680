using System.Globalization;
using Microsoft.AspNetCore.Http;
using Weather.Api.Requests;
using Weather.Model;
using Weather.Places;
using Weather.Presentation;

namespace Weather.Api.Places;

/// <summary>Turns place parameters into one place, once per request. Never falls back to a default city.</summary>
internal sealed class PlaceResolver(IGazetteer gazetteer, PointResolver points)
{
    private const int LongestName = 200;
    private const int MostAlternatives = 5;
    private const int MostPlaces = 20;

    /// <returns>A place, or the problem to answer with.</returns>
    public (ResolvedPlace? Place, IResult? Problem) Resolve(PlaceParameters parameters)
    {
        bool byPoint = parameters.Lat is not null || parameters.Lon is not null;
        int ways = (parameters.Place is null ? 0 : 1) + (parameters.City is null ? 0 : 1) + (byPoint ? 1 : 0);
        if (ways != 1)
        {
            return (
                null,
                Problems.BadParameter(
                    "place",
                    "Give exactly one of: place=ID, city=NAME (with country=CC if wanted), or lat= and lon=."
                )
            );
        }

        if (parameters.Country is { } country && !IsCountryCode(country))
        {
            return (
                null,
                Problems.BadParameter("country", "Must be two letters (ISO 3166-1 alpha-2), such as MA.")
            );
        }

        if (parameters.Lang is { Length: > 35 })
        {
            return (null, Problems.BadParameter("lang", "Must be a language tag (BCP 47), such as ar-MA."));
        }

        return parameters switch
        {
            { Place: { } id } => ById(id, parameters),
            { City: { } name } => ByName(name, parameters),
            _ => points.Resolve(parameters),
        };
    }

    /// <param name="list">Ids, comma-separated.</param>
    /// <returns>Known places in the order asked, or the problem to answer with.</returns>
    public (IReadOnlyList<Place>? Places, IResult? Problem) ResolveList(string? list)
    {
        string[] texts = list?.Split(',') ?? [];
        if (texts.Length is 0 or > MostPlaces)
        {
            return (
                null,
                Problems.BadParameter("places", $"Must be 1 to {MostPlaces} ids, comma-separated.")
            );
        }

        long?[] ids = [.. texts.Select(Id)];
        if (ids.Any(id => id is null))
        {
            return (null, Problems.BadParameter("places", "Each must be the numeric id of a place."));
        }

        Place?[] places = [.. ids.Select(id => gazetteer.Find(id!.Value))];
        int missing = Array.IndexOf(places, null);
        return missing < 0
            ? ([.. places.Select(place => place!)], null)
            : (
                null,
                Problems.UnknownPlace(
                    "places",
                    string.Create(CultureInfo.InvariantCulture, $"There is no place with id {ids[missing]}."),
                    Array.Empty<PlaceDocument>()
                )
            );
    }

    private (ResolvedPlace?, IResult?) ById(string text, PlaceParameters parameters)
    {
        if (Id(text) is not { } id)
        {
            return (null, Problems.BadParameter("place", "Must be the numeric id of a place."));
        }

        return gazetteer.Find(id) is { } place
            ? (Labelled(place, parameters.Lang, []), null)
            : (
                null,
                Problems.UnknownPlace(
                    "place",
                    "There is no place with this id.",
                    Array.Empty<PlaceDocument>()
                )
            );
    }

    private (ResolvedPlace?, IResult?) ByName(string name, PlaceParameters parameters)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName)
        {
            return (null, Problems.BadParameter("city", $"Must be a name of 1 to {LongestName} characters."));
        }

        IReadOnlyList<PlaceMatch> matches = gazetteer.Search(
            new PlaceQuery(name, parameters.Country, parameters.Lang, MostAlternatives + 1)
        );
        if (matches.Count > 0 && matches[0].Exact)
        {
            Place[] alternatives =
            [
                .. matches.Skip(1).Where(match => match.Exact).Select(match => match.Place),
            ];
            return (Labelled(matches[0].Place, parameters.Lang, alternatives), null);
        }

        PlaceDocument[] suggestions =
        [
            .. matches
                .Take(MostAlternatives)
                .Select(match =>
                    Describe(match.Place, Languages.Resolve(parameters.Lang, match.Place.CountryCode))
                ),
        ];
        return (null, Problems.UnknownPlace("city", "There is no place with this name.", suggestions));
    }

    public PlaceDocument Describe(Place place, string language)
    {
        PlaceLabel label = gazetteer.Label(place, language);
        return new PlaceDocument(
            place.Id,
            label.Name,
            label.Admin,
            label.Country,
            place.CountryCode,
            place.Point.Latitude,
            place.Point.Longitude,
            place.ZoneId,
            place.Population,
            place.IsCoastal ? true : null
        );
    }

    public AlternativeDocument Alternative(Place place, string language)
    {
        PlaceLabel label = gazetteer.Label(place, language);
        return new AlternativeDocument(place.Id, label.Name, label.Admin, label.Country, place.CountryCode);
    }

    public ResolvedPlace Labelled(Place place, string? requestedLanguage, IReadOnlyList<Place> alternatives)
    {
        string language = Languages.Resolve(requestedLanguage, place.CountryCode);
        return new ResolvedPlace(place, gazetteer.Label(place, language), language, alternatives);
    }

    private static long? Id(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : null;

    private static bool IsCountryCode(string text) => text.Length == 2 && text.All(char.IsAsciiLetter);
}
