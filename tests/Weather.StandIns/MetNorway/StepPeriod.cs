using System.Globalization;
using System.Text.Json;
using Weather.StandIns.Synthetic;

namespace Weather.StandIns.MetNorway;

/// <summary>
/// The hours after an instant, together. The made-up hour with label t describes the hour before t, so [t, t + n) are the labels t + 1
/// to t + n.
/// </summary>
internal sealed record StepPeriod(
    int Hours,
    string Symbol,
    double Amount,
    double Probability,
    double Least,
    double Most
)
{
    public static StepPeriod Of(SyntheticWeather weather, DateTimeOffset start, int hours)
    {
        SyntheticHour[] labels =
        [
            .. Enumerable.Range(0, hours + 1).Select(hour => weather.At(start.AddHours(hour))),
        ];
        SyntheticHour[] within = labels[1..];
        return new StepPeriod(
            hours,
            SymbolCode.Of(within.Max(hour => hour.Code), labels[0].IsDay),
            within.Sum(hour => hour.Precipitation),
            within.Max(hour => hour.Probability),
            labels.Min(hour => hour.Temperature),
            labels.Max(hour => hour.Temperature)
        );
    }

    public void Write(Utf8JsonWriter json, string name, bool empty)
    {
        json.WriteStartObject(name);
        json.WriteStartObject("summary");
        if (empty)
        {
            json.WriteNull("symbol_code");
        }
        else
        {
            json.WriteString("symbol_code", Symbol);
        }

        json.WriteEndObject();
        json.WriteStartObject("details");
        if (Hours == 6)
        {
            WriteNumber(json, "air_temperature_max", Most, empty);
            WriteNumber(json, "air_temperature_min", Least, empty);
        }

        if (Hours < 12)
        {
            WriteNumber(json, "precipitation_amount", Amount, empty);
        }

        WriteNumber(json, "probability_of_precipitation", Probability, empty);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>One decimal, as MET has everywhere.</summary>
    public static void WriteNumber(Utf8JsonWriter json, string name, double value, bool empty)
    {
        json.WritePropertyName(name);
        // Adding zero turns −0 into 0.
        json.WriteRawValue(
            empty ? "null" : (Math.Round(value, 1) + 0.0).ToString("0.0", CultureInfo.InvariantCulture)
        );
    }
}
