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
    /// Hour k has temperature k and k + 1 mm. Minimum, maximum and sum of a day then tell exactly which hours it took.
    /// </summary>
    public static Hour[] Numbered(int count) =>
        [.. Enumerable.Range(0, count).Select(k => new Hour { Temperature = k, Precipitation = k + 1 })];

    /// <summary>The numbers of the first and last hour of a day of <see cref="Numbered"/>, with none left out between.</summary>
    public static (int First, int Last) HoursOf(Day day)
    {
        int first = (int)day.TemperatureMinimum!.Value;
        int last = (int)day.TemperatureMaximum!.Value;
        Assert.Equal((last - first + 1) * (first + last + 2) / 2.0, day.Precipitation);
        return (first, last);
    }
}
