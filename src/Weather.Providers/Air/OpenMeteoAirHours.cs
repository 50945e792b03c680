using NodaTime;
using Weather.Model;
using Weather.Providers.OpenMeteo;

namespace Weather.Providers.Air;

/// <summary>Consecutive hours of air quality from <paramref name="Start"/>, a full UTC hour.</summary>
internal sealed record OpenMeteoAirHours(Instant Start, IReadOnlyList<AirHour> Hours)
{
    /// <summary>No model reaches farther; an answer that claims to would only cost memory.</summary>
    private static readonly Duration Longest = Duration.FromDays(40);
    private static readonly AirHour Silent = new(null, null, null);

    /// <returns>Null when no hour has a value; a tail without values is cut off.</returns>
    public static OpenMeteoAirHours? Read(OpenMeteoBlock block, Func<OpenMeteoBlock, Instant?[]> read)
    {
        Instant?[] times = read(block);
        double?[] index = block.Column(OpenMeteoAirVariables.EuropeanIndex, exact: true);
        double?[] pm25 = block.Column(OpenMeteoAirVariables.Pm25, exact: true);
        double?[] pm10 = block.Column(OpenMeteoAirVariables.Pm10, exact: true);
        var hours = new Dictionary<Instant, AirHour>();
        for (int row = 0; row < times.Length; row++)
        {
            var hour = new AirHour(index[row], pm25[row], pm10[row]);
            if (times[row] is { } time && time.ToUnixTimeSeconds() % 3600 == 0 && hour != Silent)
            {
                hours.TryAdd(time, hour);
            }
        }

        if (hours.Count == 0 || hours.Keys.Max() - hours.Keys.Min() > Longest)
        {
            return null;
        }

        Instant start = hours.Keys.Min();
        int length = (int)(hours.Keys.Max() - start).TotalHours + 1;
        return new OpenMeteoAirHours(
            start,
            [
                .. Enumerable
                    .Range(0, length)
                    .Select(k => hours.GetValueOrDefault(start + Duration.FromHours(k), Silent)),
            ]
        );
    }
}
