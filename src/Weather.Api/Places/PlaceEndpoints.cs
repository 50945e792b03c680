using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weather.Api.Requests;
using Weather.Places;
using Weather.Presentation;

namespace Weather.Api.Places;

/// <summary><c>/v1/places</c>: search in any script, and one place by id.</summary>
internal static class PlaceEndpoints
{
    private const int LongestQuery = 200;
    private const int MostResults = 20;
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPlaces(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder places = endpoints.MapGroup("/v1/places").WithTags("Places");
        places.AddEndpointFilter(TellLicence);
        places
            .MapMethods("", Methods, Search)
            .WithName("SearchPlaces")
            .WithSummary("Places whose name begins with or resembles the query, best first.")
            .Produces<PlaceDocument[]>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .AllowOnly("q", "lang", "country", "limit");
        places
            .MapMethods("/{id}", Methods, One)
            .WithName("GetPlace")
            .WithSummary("One place by its id.")
            .Produces<PlaceDocument>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .AllowOnly("lang");
    }

    /// <summary>The licences of the places are told with them (RFC 8288; the relation is of RFC 4946).</summary>
    private static ValueTask<object?> TellLicence(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        context.HttpContext.Response.Headers.Link = "</about>; rel=\"license\"";
        return next(context);
    }

    private static IResult Search(
        IGazetteer gazetteer,
        PlaceResolver resolver,
        [Description("What was typed, in any script.")] string? q,
        [Description("Language of the names (BCP 47).")] string? lang,
        [Description("ISO 3166-1 alpha-2 country to prefer.")] string? country,
        [Description("1 to 20; default 10.")] string? limit
    )
    {
        if (string.IsNullOrWhiteSpace(q) || q.Length > LongestQuery)
        {
            return Problems.BadParameter("q", $"Must be 1 to {LongestQuery} characters.");
        }

        if (country is not null && !(country.Length == 2 && country.All(char.IsAsciiLetter)))
        {
            return Problems.BadParameter("country", "Must be two letters (ISO 3166-1 alpha-2), such as MA.");
        }

        if (!Numbers.TryRead(limit, 1, MostResults, 10, out int most))
        {
            return Problems.BadParameter("limit", $"Must be a whole number from 1 to {MostResults}.");
        }

        PlaceDocument[] found =
        [
            .. gazetteer
                .Search(new PlaceQuery(q, country, lang, most))
                .Select(match =>
                    resolver.Describe(match.Place, Languages.Resolve(lang, match.Place.CountryCode))
                ),
        ];
        return new JsonBody(
            JsonSerializer.SerializeToUtf8Bytes(found, ApiJson.Wire.PlaceDocumentArray),
            Freshness.Static
        );
    }

    private static IResult One(
        IGazetteer gazetteer,
        PlaceResolver resolver,
        [Description("Numeric id of the place.")] string id,
        [Description("Language of the names (BCP 47).")] string? lang
    )
    {
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            return Problems.BadParameter("id", "Must be the numeric id of a place.");
        }

        if (gazetteer.Find(number) is not { } place)
        {
            return Problems.UnknownPlace(
                "id",
                "There is no place with this id.",
                Array.Empty<PlaceDocument>()
            );
        }

        PlaceDocument document = resolver.Describe(place, Languages.Resolve(lang, place.CountryCode));
        return new JsonBody(
            JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Wire.PlaceDocument),
            Freshness.Static,
            $"place-{document.Id}"
        );
    }
}
