using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Weather.StandIns.MetNorway;

/// <summary>The parameters of Locationforecast, refused as MET does: 400 for what is not a number, 403 for too many decimals.</summary>
internal readonly record struct LocationforecastQuery(double Latitude, double Longitude, int? Altitude)
{
    private const int MostDecimals = 4;

    /// <returns>The status to refuse with; null when the query is good.</returns>
    public static int? Read(IQueryCollection query, out LocationforecastQuery read)
    {
        read = default;
        string latitude = query["lat"].ToString();
        string longitude = query["lon"].ToString();
        string altitude = query["altitude"].ToString();
        int metres = 0;
        if (
            !Coordinate(latitude, 90, out double north)
            || !Coordinate(longitude, 180, out double east)
            || (
                altitude.Length > 0
                && !int.TryParse(
                    altitude,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out metres
                )
            )
            || metres is < -500 or > 9000
            || query.Keys.Any(key => key is not ("lat" or "lon" or "altitude"))
        )
        {
            return 400;
        }

        read = new LocationforecastQuery(north, east, altitude.Length > 0 ? metres : null);
        return Decimals(latitude) > MostDecimals || Decimals(longitude) > MostDecimals ? 403 : null;
    }

    public LocationforecastQuery Exchanged() =>
        this with
        {
            Latitude = Math.Clamp(Longitude, -90, 90),
            Longitude = Latitude,
        };

    private static bool Coordinate(string text, double limit, out double value) =>
        double.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out value
        )
        && Math.Abs(value) <= limit;

    private static int Decimals(string text) =>
        text.IndexOf('.', StringComparison.Ordinal) is >= 0 and int point ? text.Length - point - 1 : 0;
}
