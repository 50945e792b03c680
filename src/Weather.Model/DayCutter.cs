using NodaTime;

namespace Weather.Model;

/// <summary>
/// Cuts the UTC hours of a forecast into local calendar days. An hour belongs to the day that holds its middle,
/// which gives every hour one day where midnight is not on a full UTC hour (+05:45, +09:30).
/// </summary>
public static class DayCutter
{
    /// <summary>Share of a day that hours with a temperature must cover, or its minimum and maximum would mislead.</summary>
    private const double RequiredCover = 0.75;

    /// <summary>A day that is known only from later on has seen its minimum, which falls about sunrise, pass unknown.</summary>
    private static readonly Duration LatestForMinimum = Duration.FromHours(5);

    /// <summary>The maximum falls in the early afternoon.</summary>
    private static readonly Duration LatestForMaximum = Duration.FromHours(13);

    private static readonly Duration HalfHour = Duration.FromMinutes(30);

    /// <returns>
    /// Days of consecutive dates, from the one that holds the first hour. The first may be a remainder (today began
    /// before the forecast did), and an extreme that lies in what is missing of it is null; the list ends before the next day that hours cover too little, or that the zone
    /// skipped, so that the n-th day is always n dates after the first. Empty when there are no hours.
    /// </returns>
    public static IReadOnlyList<Day> Cut(Forecast forecast, DateTimeZone zone, GeoPoint point)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(zone);
        List<Day> days = [];
        LocalDate date = (forecast.Start + HalfHour).InZone(zone).Date;
        int first = 0;
        while (first < forecast.Hours.Count)
        {
            LocalDay local = LocalDay.Of(date, zone);
            int end = FirstHourOf(local.End, forecast);
            Hour[] hours = [.. forecast.Hours.Take(first..end)];
            if (days.Count > 0 && !Covers(hours, local))
            {
                break;
            }

            Day day = DaySummary.Of(hours, date, local.Length, Sun.On(point, date, zone));
            Duration missing = forecast.Start + Duration.FromHours(first) - local.Start;
            days.Add(
                day with
                {
                    TemperatureMinimum = missing <= LatestForMinimum ? day.TemperatureMinimum : null,
                    TemperatureMaximum = missing <= LatestForMaximum ? day.TemperatureMaximum : null,
                }
            );
            first = end;
            date = date.PlusDays(1);
        }

        return days;
    }

    private static int FirstHourOf(Instant midnight, Forecast forecast)
    {
        double hours = (midnight - forecast.Start - HalfHour).TotalHours;
        return Math.Clamp((int)Math.Ceiling(hours), 0, forecast.Hours.Count);
    }

    private static bool Covers(Hour[] hours, LocalDay local)
    {
        // Where nobody speaks of temperature there is no extreme to mislead: the condition alone makes the day.
        int known = hours.Any(HasTemperature)
            ? hours.Count(HasTemperature)
            : hours.Count(hour => hour.Condition is not null);
        return known > 0 && known >= RequiredCover * local.Length;
    }

    // Inside a longer step an hour may know only the extremes of the step, which is all that a day asks of it.
    private static bool HasTemperature(Hour hour) =>
        hour.Temperature is not null
        || (hour.TemperatureMinimum is not null && hour.TemperatureMaximum is not null);
}
