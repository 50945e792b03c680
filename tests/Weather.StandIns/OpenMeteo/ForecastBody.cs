using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Weather.StandIns.Synthetic;

namespace Weather.StandIns.OpenMeteo;

/// <summary>Writes the JSON of an answer in Open-Meteo's order of keys, with its decimals and its unescaped "°".</summary>
internal static class ForecastBody
{
    /// <summary>Width of a grid cell in degrees: what comes back is the centre of the cell, not what was asked.</summary>
    private const double Cell = 0.0625;

    public static JsonSerializerOptions Text { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(
        ForecastQuery query,
        DateOnly today,
        bool empty = false,
        bool unsettled = false
    )
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using var json = new Utf8JsonWriter(
            buffer,
            // Raw values are numbers that were formatted here.
            new JsonWriterOptions { Encoder = Text.Encoder, SkipValidation = true }
        );
        if (query.Places.Count == 1)
        {
            WritePlace(json, query, 0, today, empty, unsettled);
        }
        else
        {
            json.WriteStartArray();
            for (int index = 0; index < query.Places.Count; index++)
            {
                WritePlace(json, query, index, today, empty, unsettled);
            }

            json.WriteEndArray();
        }

        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WritePlace(
        Utf8JsonWriter json,
        ForecastQuery query,
        int index,
        DateOnly today,
        bool empty,
        bool unsettled
    )
    {
        var weather = new SyntheticWeather(
            Centre(query.Places[index].Latitude),
            Centre(query.Places[index].Longitude)
        );
        json.WriteStartObject();
        WriteNumber(json, "latitude", weather.Latitude, "0.0###");
        WriteNumber(json, "longitude", weather.Longitude, "0.0###");
        WriteNumber(
            json,
            "generationtime_ms",
            0.0457763671875 * (1 + query.Hourly.Count),
            "0.0################"
        );
        json.WriteNumber("utc_offset_seconds", 0);
        json.WriteString("timezone", "GMT");
        json.WriteString("timezone_abbreviation", "GMT");
        WriteNumber(json, "elevation", weather.Elevation, "0.0");
        if (index > 0)
        {
            json.WriteNumber("location_id", index);
        }

        if (query.Hourly.Count > 0)
        {
            WriteHourly(json, query, weather, today, empty, unsettled);
        }

        json.WriteEndObject();
    }

    private static void WriteHourly(
        Utf8JsonWriter json,
        ForecastQuery query,
        SyntheticWeather weather,
        DateOnly today,
        bool empty,
        bool unsettled
    )
    {
        json.WriteStartObject("hourly_units");
        json.WriteString("time", query.TimeFormat);
        foreach (HourlyVariable variable in query.Hourly)
        {
            json.WriteString(variable.Name, variable.Quantity(query.Units).Unit);
        }

        json.WriteEndObject();

        var start = new DateTimeOffset(today.AddDays(-query.PastDays), TimeOnly.MinValue, TimeSpan.Zero);
        DateTimeOffset[] times =
        [
            .. Enumerable.Range(0, query.Days * 24).Select(hour => start.AddHours(hour)),
        ];
        SyntheticHour[] hours =
        [
            .. times.Select(time => unsettled ? weather.UnsettledAt(time) : weather.At(time)),
        ];
        json.WriteStartObject("hourly");
        json.WriteStartArray("time");
        foreach (DateTimeOffset time in times)
        {
            if (query.TimeFormat == "unixtime")
            {
                json.WriteNumberValue(time.ToUnixTimeSeconds());
            }
            else
            {
                json.WriteStringValue(time.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
            }
        }

        json.WriteEndArray();
        foreach (HourlyVariable variable in query.Hourly)
        {
            WriteColumn(json, variable, query.Units, hours, empty);
        }

        json.WriteEndObject();
    }

    private static void WriteColumn(
        Utf8JsonWriter json,
        HourlyVariable variable,
        Units units,
        SyntheticHour[] hours,
        bool empty
    )
    {
        Quantity quantity = variable.Quantity(units);
        string format = $"F{quantity.Decimals}";
        json.WriteStartArray(variable.Name);
        foreach (SyntheticHour hour in hours)
        {
            if (empty)
            {
                json.WriteNullValue();
                continue;
            }

            double value = Math.Round(
                variable.Value(hour) * quantity.Factor + quantity.Offset,
                quantity.Decimals
            );
            // Adding zero turns −0 into 0.
            json.WriteRawValue((value + 0.0).ToString(format, CultureInfo.InvariantCulture));
        }

        json.WriteEndArray();
    }

    private static double Centre(double degrees) => Math.Round(degrees / Cell) * Cell;

    private static void WriteNumber(Utf8JsonWriter json, string name, double value, string format)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value.ToString(format, CultureInfo.InvariantCulture));
    }
}
