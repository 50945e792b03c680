using System.Net;
using System.Text;
using NodaTime;
using Weather.Model;
using Weather.Providers.Air;

namespace Weather.Providers.Tests.Air;

/// <summary>Bodies that we wrote, through the same function that reads those of the wire.</summary>
internal static class AirReading
{
    /// <summary>Four hours of Marrakech in the shape that we ask for, from 2026-11-24 00:00 UTC; the last one without values.</summary>
    public const string Marrakech = """
        {"latitude":31.6,"longitude":-8.0,"generationtime_ms":0.2,"utc_offset_seconds":0,"timezone":"GMT",
         "timezone_abbreviation":"GMT","elevation":457.0,
         "hourly_units":{"time":"unixtime","european_aqi":"EAQI","pm2_5":"μg/m³","pm10":"μg/m³"},
         "hourly":{"time":[1795478400,1795482000,1795485600,1795489200],
           "european_aqi":[42,57,null,null],"pm2_5":[8.3,14.2,9.0,null],"pm10":[21.7,61.0,30.5,null]}}
        """;

    public static readonly GeoPoint MarrakechPoint = GeoPoint.Create(31.63416, -7.99994);

    public static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 0, 0);

    public static AirQualityResult Json(
        string json,
        GeoPoint? point = null,
        Instant? now = null,
        HttpStatusCode status = HttpStatusCode.OK
    ) => OpenMeteoAirReader.Read(status, Encoding.UTF8.GetBytes(json), point ?? MarrakechPoint, now ?? Start);
}
