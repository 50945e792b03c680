using NodaTime;

namespace Weather.Providers.Tests.Refresh;

/// <summary>What a day was like.</summary>
internal sealed class SimulatedDay
{
    public List<double> AgesInHours { get; } = [];

    public int Fetched { get; set; }

    public int FirstTimes { get; set; }

    /// <summary>Expired forecasts that were the newest there was: renewed without a call.</summary>
    public int Confirmed { get; set; }

    public int RefusedRefreshes { get; set; }

    /// <summary>Visitors of a place that nothing was known of, and who got nothing.</summary>
    public int Nothing { get; set; }

    public double Weight { get; set; }

    public double LeastLeft { get; set; } = double.MaxValue;

    public double Age(double quantile)
    {
        AgesInHours.Sort();
        return AgesInHours[(int)((AgesInHours.Count - 1) * quantile)];
    }

    public string Describe(LocalDate day, int cities) =>
        FormattableString.Invariant(
            $"{day.Day:00}: {AgesInHours.Count} views of {cities} places; age p50 {Age(0.5):0.00} h, p95 {Age(0.95):0.00} h, "
        )
        + FormattableString.Invariant(
            $"max {Age(1):0.00} h; weight {Weight:0} = {Weight / Math.Max(1, Fetched):0.00} per refresh; "
        )
        + FormattableString.Invariant(
            $"{(double)Fetched / cities:0.00} refreshes per city and day, {Confirmed} confirmed for nothing; "
        )
        + FormattableString.Invariant(
            $"{FirstTimes} first times, {Nothing} without an answer; {RefusedRefreshes} refused; least left {LeastLeft:0}"
        );
}
