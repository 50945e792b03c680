using NodaTime;
using Weather.Model;
using Weather.Providers.Conditions;

namespace Weather.Providers.OpenMeteo;

/// <summary>
/// The hourly block as canonical hours. At label t, temperature, humidity, wind, cloud and UV are those of the instant t; precipitation,
/// its probability, gusts and the weather code describe the hour before t. So hour h takes the first from label h and the second
/// from label h + 1.
/// </summary>
internal static class OpenMeteoHours
{
    private static readonly Duration OneHour = Duration.FromHours(1);

    /// <returns>Null when no hour has a temperature or a condition.</returns>
    public static HourSeries? Read(OpenMeteoResponse response, Offset offset)
    {
        OpenMeteoBlock block = response.Block("hourly");
        Instant?[] times = block.Hours(offset);
        var rows = new Dictionary<Instant, int>();
        for (int row = 0; row < times.Length; row++)
        {
            if (times[row] is { } time && time.ToUnixTimeSeconds() % 3600 == 0)
            {
                rows.TryAdd(time, row);
            }
        }

        var columns = new OpenMeteoColumns(block);
        var hours = new Dictionary<Instant, Hour>();
        foreach ((Instant time, int row) in rows)
        {
            hours[time] = Make(columns, row, rows.TryGetValue(time + OneHour, out int next) ? next : null);
        }

        return hours.Values.Any(hour => hour.Temperature is not null || hour.Condition is not null)
            ? HourSeries.From(hours)
            : null;
    }

    private static Hour Make(OpenMeteoColumns columns, int row, int? next)
    {
        double? temperature = columns.Temperature[row];
        double? humidity = columns.Humidity[row];
        double? wind = columns.WindSpeed[row];
        double? cloud = columns.CloudCover[row];
        return new Hour
        {
            Condition = SkyLevel.Apply(
                Following(columns.WeatherCode, next) is { } code ? ConditionMap.FromWmo((int)code) : null,
                cloud
            ),
            Temperature = temperature,
            ApparentTemperature =
                columns.ApparentTemperature[row] ?? ApparentTemperature.From(temperature, humidity, wind),
            Humidity = humidity,
            DewPoint = columns.DewPoint[row] ?? DewPoint.From(temperature, humidity),
            Precipitation = Following(columns.Precipitation, next),
            PrecipitationProbability = Following(columns.PrecipitationProbability, next),
            WindSpeed = wind,
            WindGust = Following(columns.WindGusts, next),
            WindDirection = columns.WindDirection[row],
            CloudCover = cloud,
            Pressure = columns.Pressure[row],
            Visibility = columns.Visibility[row],
            UvIndex = columns.UvIndex[row],
        };
    }

    private static double? Following(double?[] column, int? next) => next is { } row ? column[row] : null;
}
