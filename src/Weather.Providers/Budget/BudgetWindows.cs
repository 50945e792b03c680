using NodaTime;

namespace Weather.Providers.Budget;

internal static class BudgetWindows
{
    /// <summary>Start of the window that holds <paramref name="now"/>, and of the one after.</summary>
    public static (Instant Start, Instant End) At(this BudgetWindow window, Instant now)
    {
        if (window == BudgetWindow.Month)
        {
            var month = now.InUtc().Date.ToYearMonth();
            return (Utc(month.OnDayOfMonth(1)), Utc(month.PlusMonths(1).OnDayOfMonth(1)));
        }

        long length = window switch
        {
            BudgetWindow.Minute => NodaConstants.SecondsPerMinute,
            BudgetWindow.Hour => NodaConstants.SecondsPerHour,
            _ => NodaConstants.SecondsPerDay,
        };
        long start = now.ToUnixTimeSeconds() / length * length;
        return (Instant.FromUnixTimeSeconds(start), Instant.FromUnixTimeSeconds(start + length));
    }

    private static Instant Utc(LocalDate date) => date.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
}
