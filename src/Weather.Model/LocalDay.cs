using NodaTime;

namespace Weather.Model;

/// <summary>
/// The stretch of time [<see cref="Start"/>, <see cref="End"/>) that one calendar date takes in a zone. Empty where
/// the zone skipped the date (Pacific/Apia had no 2011-12-30).
/// </summary>
internal readonly record struct LocalDay(Instant Start, Instant End)
{
    /// <summary>Hours: 24, or 23, 25, 23.5 and 24.5 across a clock change, and 0 for a skipped date.</summary>
    public double Length => (End - Start).TotalHours;

    public static LocalDay Of(LocalDate date, DateTimeZone zone) =>
        new(Midnight(date, zone), Midnight(date.PlusDays(1), zone));

    // DateTimeZone.AtStartOfDay throws for a skipped date, and so would the day before it, which ends there.
    private static Instant Midnight(LocalDate date, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(date.AtMidnight());
        return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant();
    }
}
