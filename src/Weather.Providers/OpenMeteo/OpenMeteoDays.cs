using NodaTime;
using Weather.Model;
using Weather.Providers.Conditions;

namespace Weather.Providers.OpenMeteo;

/// <summary>
/// An answer that has days and no hours (we never ask for one, but it carries what a visitor needs): each hour of a day stands in
/// a step of that day and takes its extremes, its condition and its probability; the sum is spread evenly, so that the day has it.
/// </summary>
internal static class OpenMeteoDays
{
    private const int HoursPerDay = 24;

    /// <returns>Null when no day has a temperature or a condition.</returns>
    public static HourSeries? Read(OpenMeteoResponse response, Offset offset)
    {
        OpenMeteoBlock block = response.Block("daily");
        LocalDate?[] dates = block.Dates(offset);
        double?[] least = block.Column("temperature_2m_min");
        double?[] most = block.Column("temperature_2m_max");
        double?[] sum = block.Column("precipitation_sum", 0, 2000);
        double?[] probability = block.Column("precipitation_probability_max", 0, 100);
        double?[] code = block.Column(OpenMeteoVariables.WeatherCode, 0, 99);
        var hours = new Dictionary<Instant, Hour>();
        for (int row = 0; row < dates.Length; row++)
        {
            var hour = new Hour
            {
                Condition = code[row] is { } wmo ? ConditionMap.FromWmo((int)wmo) : null,
                TemperatureMinimum = least[row],
                TemperatureMaximum = most[row],
                Precipitation = sum[row] / HoursPerDay,
                PrecipitationProbability = probability[row],
            };
            if (
                dates[row] is not { } date
                || (
                    hour.TemperatureMaximum is null
                    && hour.TemperatureMinimum is null
                    && hour.Condition is null
                )
            )
            {
                continue;
            }

            Instant start = FirstHour(date, offset);
            for (int k = 0; k < HoursPerDay; k++)
            {
                hours.TryAdd(start + Duration.FromHours(k), hour);
            }
        }

        return HourSeries.From(hours);
    }

    /// <summary>The first full UTC hour whose middle lies in the local day.</summary>
    private static Instant FirstHour(LocalDate date, Offset offset)
    {
        Instant midnight = date.AtMidnight().WithOffset(offset).ToInstant();
        return Instant.FromUnixTimeSeconds((midnight.ToUnixTimeSeconds() - 1800 + 3599) / 3600 * 3600);
    }
}
