using NodaTime;
using Xunit;

namespace Weather.Model.Tests;

/// <summary>Forecasts made for a test.</summary>
internal static class Forecasts
{
    public static readonly GeoPoint Anywhere = GeoPoint.Create(10, 20);

    /// <param name="start">UTC, for example <c>2026-03-08T05</c>.</param>
    public static Forecast From(string start, params IEnumerable<Hour> hours) =>
        From(Instants.Of($"{start}:00:00"), hours);

    public static Forecast From(Instant start, params IEnumerable<Hour> hours) =>
        new()
        {
            Point = Anywhere,
            Start = start,
            Hours = [.. hours],
            Source = new ForecastSource
            {
                Provider = "test",
                FetchedAt = start,
                ExpiresAt = start,
                Attribution = new Attribution("Test", new Uri("https://example.org/"), "none", null),
            },
        };

    /// <summary>
    /// Hour k has temperature k, gust k and k + 1 mm. Highest gust and sum of a day then tell exactly which hours it took, also of a day
    /// whose extremes of temperature are not told.
    /// </summary>
    public static Hour[] Numbered(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(k => new Hour
                {
                    Temperature = k,
                    WindGust = k,
                    Precipitation = k + 1,
                }),
        ];

    /// <summary>The numbers of the first and last hour of a day of <see cref="Numbered"/>, with none left out between.</summary>
    public static (int First, int Last) HoursOf(Day day)
    {
        int last = (int)day.WindGust!.Value;
        // 1 + 2 + … + first is what the sum lacks of 1 + 2 + … + (last + 1).
        double lacking = ((last + 1) * (last + 2) / 2.0) - day.Precipitation!.Value;
        int first = (int)Math.Round((Math.Sqrt((8 * lacking) + 1) - 1) / 2);
        Assert.Equal(first * (first + 1) / 2.0, lacking);
        return (first, last);
    }
}
