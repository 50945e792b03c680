using NodaTime;

namespace Weather.Model;

/// <summary>
/// What the hours of one local day come to. A missing value takes no part and is never 0: a field is null only
/// when all hours are silent about it.
/// </summary>
internal static class DaySummary
{
    /// <param name="hours">The canonical hours of the day.</param>
    /// <param name="length">Length of the local day in hours, whether or not there is an <see cref="Hour"/> for each.</param>
    public static Day Of(Hour[] hours, LocalDate date, double length, SunDay sun)
    {
        // Of equal hours MaxBy takes the first, and it passes over silent ones.
        Hour? windiest = hours.MaxBy(hour => hour.WindSpeed);
        return new Day
        {
            Date = date,
            Length = length,
            Condition = hours.Select(hour => hour.Condition).MaxBy(condition => condition?.Severity),
            TemperatureMinimum = hours
                .Select(hour => hour.Temperature)
                .Concat(hours.Where(InWholeStep).Select(hour => hour.TemperatureMinimum))
                .Min(),
            TemperatureMaximum = hours
                .Select(hour => hour.Temperature)
                .Concat(hours.Where(InWholeStep).Select(hour => hour.TemperatureMaximum))
                .Max(),
            Precipitation = Sum(hours.Select(hour => hour.Precipitation)),
            PrecipitationProbability = hours.Max(hour => hour.PrecipitationProbability),
            WindSpeed = windiest?.WindSpeed,
            WindDirection = windiest?.WindSpeed is null ? null : windiest.WindDirection,
            WindGust = hours.Max(hour => hour.WindGust),
            UvIndex = hours.Max(hour => hour.UvIndex),
            Sun = sun,
        };

        // The evening before may have been the warmest of a step that ends after midnight.
        bool InWholeStep(Hour hour, int index) =>
            hour.Step is not { } step
            || (index >= step.Index && index - step.Index + step.Length <= hours.Length);
    }

    // Enumerable.Sum makes 0 of nothing.
    private static double? Sum(IEnumerable<double?> amounts) =>
        amounts.Aggregate((double?)null, (sum, amount) => amount is null ? sum : (sum ?? 0) + amount);
}
