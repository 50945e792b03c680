using System.Globalization;
using Microsoft.AspNetCore.Http;
using Weather.Api.Requests;
using Weather.Model;
using Weather.Places;
using Weather.Presentation;

namespace Weather.Api.Places;

/// <summary>Turns coordinates into a known place near by, or into a bare point on the grid that many visitors share.</summary>
internal sealed class PointResolver(IGazetteer gazetteer)
{
    /// <summary>Coordinates within this distance of a known place become its id, so that they share its forecast.</summary>
    private const double SamePlaceKilometres = 10;

    /// <summary>A bare point is labelled by the nearest known place up to here, else by its coordinates.</summary>
    private const double LabelKilometres = 100;
    private const double Grid = 0.05;

    /// <returns>A place, or the problem to answer with.</returns>
    public (ResolvedPlace? Place, IResult? Problem) Resolve(PlaceParameters parameters)
    {
        if (!TryDegrees(parameters.Lat, 90, out double latitude))
        {
            return (null, Problems.BadParameter("lat", "Must be a number from -90 to 90, beside lon."));
        }

        if (!TryDegrees(parameters.Lon, 180, out double longitude))
        {
            return (null, Problems.BadParameter("lon", "Must be a number from -180 to 180, beside lat."));
        }

        GeoPoint point = GeoPoint.Create(latitude, longitude).ToGrid(Grid);
        if (gazetteer.Nearest(point, SamePlaceKilometres) is { } known)
        {
            string ofKnown = Languages.Resolve(parameters.Lang, known.CountryCode);
            return (new ResolvedPlace(known, gazetteer.Label(known, ofKnown), ofKnown, []), null);
        }

        Place? near = gazetteer.Nearest(point, LabelKilometres);
        var place = new Place
        {
            Id = null,
            Point = point,
            CountryCode = near?.CountryCode,
            ZoneId = gazetteer.ZoneAt(point),
        };
        string language = Languages.Resolve(parameters.Lang, place.CountryCode);
        PlaceLabel label = near is null
            ? new PlaceLabel(point.ToString(), null, null)
            : gazetteer.Label(near, language);
        return (new ResolvedPlace(place, label, language, []), null);
    }

    private static bool TryDegrees(string? text, double limit, out double degrees) =>
        double.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out degrees
        )
        && Math.Abs(degrees) <= limit;
}
