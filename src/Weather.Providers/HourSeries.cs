using NodaTime;
using Weather.Model;

namespace Weather.Providers;

/// <summary>Consecutive canonical hours from <paramref name="Start"/>, a full UTC hour.</summary>
internal sealed record HourSeries(Instant Start, IReadOnlyList<Hour> Hours)
{
    /// <summary>No provider forecasts farther; an answer that claims to would only cost memory.</summary>
    private static readonly Duration Longest = Duration.FromDays(40);

    /// <summary>Fills the hours between the first and the last one; an hour that nobody speaks of is empty.</summary>
    /// <returns>Null when there is no hour or when they are more than 40 days apart.</returns>
    public static HourSeries? From(IReadOnlyDictionary<Instant, Hour> hours)
    {
        if (hours.Count == 0)
        {
            return null;
        }

        Instant start = hours.Keys.Min();
        Duration length = hours.Keys.Max() - start;
        if (length > Longest)
        {
            return null;
        }

        var silent = new Hour();
        return new HourSeries(
            start,
            [
                .. Enumerable
                    .Range(0, (int)length.TotalHours + 1)
                    .Select(k => hours.GetValueOrDefault(start + Duration.FromHours(k), silent)),
            ]
        );
    }
}
