using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Weather.StandIns.Synthetic;

namespace Weather.StandIns.MetNorway;

/// <summary>
/// Writes Locationforecast complete: about 58 hourly steps, then six-hourly ones to the tenth day. With the holes of real answers: the
/// last five hourly steps lack <c>next_6_hours</c>, the last step has only its instant, the one before lacks <c>next_12_hours</c>.
/// </summary>
internal static class LocationforecastBody
{
    private const int Hourly = 54;
    private const int Days = 9;

    private static readonly (string Name, string Unit)[] Units =
    [
        ("air_pressure_at_sea_level", "hPa"),
        ("air_temperature", "celsius"),
        ("air_temperature_max", "celsius"),
        ("air_temperature_min", "celsius"),
        ("cloud_area_fraction", "%"),
        ("dew_point_temperature", "celsius"),
        ("precipitation_amount", "mm"),
        ("probability_of_precipitation", "%"),
        ("relative_humidity", "%"),
        ("ultraviolet_index_clear_sky", "1"),
        ("wind_from_direction", "degrees"),
        ("wind_speed", "m/s"),
        ("wind_speed_of_gust", "m/s"),
    ];

    public static byte[] Write(
        LocationforecastQuery query,
        DateTimeOffset updatedAt,
        DateTimeOffset now,
        bool empty = false,
        bool nothing = false
    )
    {
        var weather = new SyntheticWeather(query.Latitude, query.Longitude);
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        // Raw values are numbers that were formatted here.
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(query.Longitude);
        json.WriteNumberValue(query.Latitude);
        json.WriteNumberValue(query.Altitude ?? (int)weather.Elevation);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteStartObject("meta");
        if (nothing)
        {
            json.WriteString("error", "no data at the given location");
        }

        json.WriteString("updated_at", Time(updatedAt));
        json.WriteStartObject("units");
        foreach ((string name, string unit) in Units)
        {
            json.WriteString(name, unit);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("timeseries");
        if (!nothing)
        {
            WriteSteps(json, weather, now, empty);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteSteps(
        Utf8JsonWriter json,
        SyntheticWeather weather,
        DateTimeOffset now,
        bool empty
    )
    {
        DateTimeOffset first = new(now.UtcDateTime.Date.AddHours(now.UtcDateTime.Hour), TimeSpan.Zero);
        DateTimeOffset hourlyEnd = first.AddHours(Hourly);
        hourlyEnd = hourlyEnd.AddHours((6 - (hourlyEnd.Hour % 6)) % 6);
        DateTimeOffset end = new(first.UtcDateTime.Date.AddDays(Days).AddHours(18), TimeSpan.Zero);
        for (DateTimeOffset time = first; time <= end; time = time.AddHours(time < hourlyEnd ? 1 : 6))
        {
            bool hourly = time < hourlyEnd;
            json.WriteStartObject();
            json.WriteString("time", Time(time));
            json.WriteStartObject("data");
            WriteInstant(json, weather.At(time), hourly ? weather.At(time.AddHours(1)).Gust : null, empty);
            bool nearEnd = time.AddHours(12) > end;
            if (time < end && !nearEnd && (!hourly || time.AddHours(12) <= hourlyEnd))
            {
                StepPeriod.Of(weather, time, 12).Write(json, "next_12_hours", empty);
            }

            if (hourly)
            {
                StepPeriod.Of(weather, time, 1).Write(json, "next_1_hours", empty);
            }

            if (time < end && (!hourly || time.AddHours(6) <= hourlyEnd))
            {
                StepPeriod.Of(weather, time, 6).Write(json, "next_6_hours", empty);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    /// <param name="gust">Strongest of the hour that begins; null where the model behind the steps has none.</param>
    private static void WriteInstant(Utf8JsonWriter json, SyntheticHour hour, double? gust, bool empty)
    {
        json.WriteStartObject("instant");
        json.WriteStartObject("details");
        StepPeriod.WriteNumber(json, "air_pressure_at_sea_level", hour.Pressure, empty);
        StepPeriod.WriteNumber(json, "air_temperature", hour.Temperature, empty);
        StepPeriod.WriteNumber(json, "cloud_area_fraction", hour.Cloud, empty);
        StepPeriod.WriteNumber(json, "dew_point_temperature", hour.DewPoint, empty);
        StepPeriod.WriteNumber(json, "relative_humidity", hour.Humidity, empty);
        StepPeriod.WriteNumber(json, "ultraviolet_index_clear_sky", hour.ClearSkyUvIndex, empty);
        StepPeriod.WriteNumber(json, "wind_from_direction", hour.WindDirection, empty);
        StepPeriod.WriteNumber(json, "wind_speed", hour.Wind, empty);
        if (gust is { } strongest)
        {
            StepPeriod.WriteNumber(json, "wind_speed_of_gust", strongest, empty);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
