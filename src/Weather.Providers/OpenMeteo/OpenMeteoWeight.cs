namespace Weather.Providers.OpenMeteo;

/// <summary>
/// What a call counts against the quota, as Open-Meteo's server computes it (ForecastApiResult.swift): ten variables over 14 days are
/// one call, and no place is less than one.
/// </summary>
internal static class OpenMeteoWeight
{
    private const double ReferenceVariables = 10;
    private const double ReferenceDays = 14;

    /// <param name="variables">Hourly, daily, current and minutely variables together, times models.</param>
    /// <param name="days">Whole days, past ones included.</param>
    /// <param name="places">Each counts: asking for many at once saves round trips, not quota.</param>
    public static double Of(int variables, int days, int places = 1)
    {
        double breadth = variables / ReferenceVariables;
        return places * Math.Max(1, Math.Max(breadth, breadth * days / ReferenceDays));
    }
}
