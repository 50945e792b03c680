using System.Net;
using System.Text;
using NodaTime;
using Weather.Model;
using Weather.Providers.MetNorway;

namespace Weather.Providers.Tests.MetNorway;

/// <summary>Bodies that we wrote, through the same function that reads those of the wire.</summary>
internal static class MetReading
{
    /// <summary>
    /// Oslo from 2026-11-24 00:00 UTC in MET's shape: three hours of their own (the last without <c>next_6_hours</c>), two steps of six
    /// hours from 03:00, a step that has nothing, and a last one that has only its instant.
    /// </summary>
    public const string Oslo = """
        {"type":"Feature","geometry":{"type":"Point","coordinates":[10.7522,59.9139,23]},"properties":{"meta":{
          "updated_at":"2026-11-23T23:31:12Z","units":{"air_pressure_at_sea_level":"hPa","air_temperature":"celsius",
            "air_temperature_max":"celsius","air_temperature_min":"celsius","cloud_area_fraction":"%","dew_point_temperature":"celsius",
            "precipitation_amount":"mm","probability_of_precipitation":"%","relative_humidity":"%","ultraviolet_index_clear_sky":"1",
            "wind_from_direction":"degrees","wind_speed":"m/s","wind_speed_of_gust":"m/s"}},"timeseries":[
          {"time":"2026-11-24T00:00:00Z","data":{"instant":{"details":{"air_pressure_at_sea_level":1002.5,"air_temperature":1.5,
              "cloud_area_fraction":60.0,"dew_point_temperature":-0.5,"relative_humidity":86.5,"ultraviolet_index_clear_sky":0.4,
              "wind_from_direction":200.1,"wind_speed":3.2,"wind_speed_of_gust":7.1}},
            "next_12_hours":{"summary":{"symbol_code":"rain"},"details":{}},
            "next_1_hours":{"summary":{"symbol_code":"clearsky_night"},"details":{"precipitation_amount":0.0,"probability_of_precipitation":4.0}},
            "next_6_hours":{"summary":{"symbol_code":"rain"},"details":{"air_temperature_max":9.9,"air_temperature_min":-9.9,"precipitation_amount":5.0}}}},
          {"time":"2026-11-24T01:00:00Z","data":{"instant":{"details":{"air_temperature":1.2,"cloud_area_fraction":98.4,
              "relative_humidity":90.0,"wind_from_direction":210.0,"wind_speed":4.0}},
            "next_12_hours":{"summary":{"symbol_code":"rain"}},
            "next_1_hours":{"summary":{"symbol_code":"heavyrainshowersandthunder_polartwilight"},"details":{"precipitation_amount":4.2,"probability_of_precipitation":80.0}},
            "next_6_hours":{"summary":{"symbol_code":"rain"},"details":{"precipitation_amount":5.0}}}},
          {"time":"2026-11-24T02:00:00Z","data":{"instant":{"details":{"air_temperature":0.8,"relative_humidity":91.0,"wind_speed":4.5}},
            "next_1_hours":{"summary":{"symbol_code":"lightsnow"},"details":{"precipitation_amount":0.3}}}},
          {"time":"2026-11-24T03:00:00Z","data":{"instant":{"details":{"air_temperature":0.5,"relative_humidity":92.0,"wind_speed":5.0}},
            "next_6_hours":{"summary":{"symbol_code":"lightssnowshowersandthunder_night"},"details":{"air_temperature_max":2.0,
              "air_temperature_min":-3.0,"precipitation_amount":3.0,"probability_of_precipitation":60.0}}}},
          {"time":"2026-11-24T09:00:00Z","data":{"instant":{"details":{"air_temperature":1.9}},
            "next_6_hours":{"summary":{"symbol_code":"fair_day"},"details":{"air_temperature_max":4.0,"air_temperature_min":1.0,"precipitation_amount":0.0}}}},
          {"time":"2026-11-24T15:00:00Z","data":{}},
          {"time":"2026-11-24T21:00:00Z","data":{"instant":{"details":{"air_temperature":-1.5}}}}]}}
        """;

    public static readonly GeoPoint OsloPoint = GeoPoint.Create(59.91391, 10.75225);

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
        MetNorwayReader.Read(
            new MetNorwayAnswer { Status = status, Body = body },
            point ?? OsloPoint,
            confirmed: null,
            now ?? Start
        );
}
