using System.Collections.Frozen;
using Weather.StandIns.Synthetic;

namespace Weather.StandIns.OpenMeteo;

/// <summary>One name that <c>hourly</c> may list: how it is measured and where its value comes from.</summary>
internal sealed record HourlyVariable(
    string Name,
    Func<Units, Quantity> Quantity,
    Func<SyntheticHour, double> Value
)
{
    private static readonly HourlyVariable[] All =
    [
        new("temperature_2m", OpenMeteo.Quantity.Temperature, hour => hour.Temperature),
        new("apparent_temperature", OpenMeteo.Quantity.Temperature, hour => hour.ApparentTemperature),
        new("dew_point_2m", OpenMeteo.Quantity.Temperature, hour => hour.DewPoint),
        new("relative_humidity_2m", _ => OpenMeteo.Quantity.Percent, hour => hour.Humidity),
        new("precipitation_probability", _ => OpenMeteo.Quantity.Percent, hour => hour.Probability),
        new("precipitation", OpenMeteo.Quantity.Water, hour => hour.Precipitation),
        new("rain", OpenMeteo.Quantity.Water, hour => hour.Rain),
        new("showers", OpenMeteo.Quantity.Water, hour => hour.Showers),
        new("snowfall", OpenMeteo.Quantity.Snow, hour => hour.Snowfall),
        new("snow_depth", _ => OpenMeteo.Quantity.Metres, hour => hour.SnowDepth),
        new("weather_code", _ => OpenMeteo.Quantity.Code, hour => hour.Code),
        new("pressure_msl", _ => OpenMeteo.Quantity.Pressure, hour => hour.Pressure),
        new("surface_pressure", _ => OpenMeteo.Quantity.Pressure, hour => hour.SurfacePressure),
        new("cloud_cover", _ => OpenMeteo.Quantity.Percent, hour => hour.Cloud),
        new("cloud_cover_low", _ => OpenMeteo.Quantity.Percent, hour => hour.Cloud * 0.6),
        new("cloud_cover_mid", _ => OpenMeteo.Quantity.Percent, hour => hour.Cloud * 0.8),
        new("cloud_cover_high", _ => OpenMeteo.Quantity.Percent, hour => hour.Cloud * 0.9),
        new("visibility", _ => OpenMeteo.Quantity.Metres, hour => hour.Visibility),
        new("wind_speed_10m", OpenMeteo.Quantity.Wind, hour => hour.Wind),
        new("wind_gusts_10m", OpenMeteo.Quantity.Wind, hour => hour.Gust),
        new("wind_direction_10m", _ => OpenMeteo.Quantity.Degrees, hour => hour.WindDirection),
        new("uv_index", _ => OpenMeteo.Quantity.Index, hour => hour.UvIndex),
        new("uv_index_clear_sky", _ => OpenMeteo.Quantity.Index, hour => hour.ClearSkyUvIndex),
        new("is_day", _ => OpenMeteo.Quantity.Flag, hour => hour.IsDay ? 1 : 0),
        new("sunshine_duration", _ => OpenMeteo.Quantity.Seconds, hour => hour.Sunshine),
        new("shortwave_radiation", _ => OpenMeteo.Quantity.Radiation, hour => hour.Radiation),
        new("cape", _ => OpenMeteo.Quantity.Energy, hour => hour.Cape),
    ];

    public static FrozenDictionary<string, HourlyVariable> ByName { get; } =
        All.ToFrozenDictionary(variable => variable.Name, StringComparer.Ordinal);
}
