using System.Net;
using System.Text;
using NodaTime;
using Weather.Model;
using Weather.Providers.OpenMeteo;

namespace Weather.Providers.Tests.OpenMeteo;

/// <summary>Bodies that we wrote, through the same function that reads those of the wire.</summary>
internal static class Reading
{
    /// <summary>Ten hours of Marrakech in the shape that we ask for, from 2026-11-24 00:00 UTC.</summary>
    public const string Marrakech = """
        {"latitude":31.625,"longitude":-8.0,"generationtime_ms":0.2,"utc_offset_seconds":0,"timezone":"GMT",
         "timezone_abbreviation":"GMT","elevation":457.0,
         "hourly_units":{"time":"unixtime","temperature_2m":"°C","relative_humidity_2m":"%","precipitation":"mm",
           "precipitation_probability":"%","weather_code":"wmo code","cloud_cover":"%","wind_speed_10m":"m/s",
           "wind_direction_10m":"°","wind_gusts_10m":"m/s","uv_index":""},
         "hourly":{"time":[1795478400,1795482000,1795485600,1795489200,1795492800,1795496400,1795500000,1795503600,1795507200,1795510800],
           "temperature_2m":[11.2,10.9,10.4,-0.2,9.8,9.6,9.5,10.1,12.4,15.0],
           "relative_humidity_2m":[70,71,73,74,75,76,77,74,66,58],
           "precipitation":[0.0,0.0,0.0,4.2,0.3,0.0,0.0,0.0,0.0,0.0],
           "precipitation_probability":[0,0,5,80,40,5,0,0,0,0],
           "weather_code":[0,0,1,95,61,3,2,1,0,0],
           "cloud_cover":[0,10,30,95,90,85,60,30,10,0],
           "wind_speed_10m":[1.0,1.1,1.5,6.0,4.0,2.0,1.5,1.2,1.1,1.0],
           "wind_direction_10m":[10,20,30,290,300,310,320,330,340,350],
           "wind_gusts_10m":[2.0,2.1,2.5,15.0,9.0,4.0,3.0,2.5,2.2,2.0],
           "uv_index":[0,0,0,0,0,0,0,0.1,0.8,2.0]}}
        """;

    public static readonly GeoPoint MarrakechPoint = GeoPoint.Create(31.63416, -7.99994);

    public static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 0, 0);

    public static ProviderResult Json(
        string json,
        GeoPoint? point = null,
        Instant? now = null,
        HttpStatusCode status = HttpStatusCode.OK
    ) => Bytes(Encoding.UTF8.GetBytes(json), point, now, status);

    public static ProviderResult Bytes(
        ReadOnlyMemory<byte> body,
        GeoPoint? point = null,
        Instant? now = null,
        HttpStatusCode status = HttpStatusCode.OK
    ) =>
        OpenMeteoReader.Read(
            status,
            body,
            new ForecastRequest(point ?? MarrakechPoint),
            now ?? Start,
            Duration.FromHours(1)
        );
}
