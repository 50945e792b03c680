using NodaTime;
using Weather.Model;
using Weather.Providers.Conditions;

namespace Weather.Providers.MetNorway;

/// <summary>
/// The steps as canonical hours. A step at h holds the instant h and, in <c>next_1_hours</c>, the hour [h, h+1): both belong to hour h.
/// <code>
/// step   00 01 02 … 23 00          06          12
/// hour    1  1  1    1  └─ 6 hours ┘└─ 6 hours ┘
/// </code>
/// Behind the hourly part a step tells only of its six hours: each takes a sixth of the amount, and the step's weather, probability and
/// extremes, which are not its own but all that is known. Instants stand at their hour and are never interpolated.
/// </summary>
internal static class MetNorwayHours
{
    private static readonly Hour Silent = new();

    /// <returns>Null when no hour has a temperature or a condition.</returns>
    public static HourSeries? Read(MetNorwayResponse response)
    {
        var hours = new Dictionary<Instant, Hour>();
        var told = new HashSet<Instant>();
        // The latest first: where the windows of steps overlap, the step that starts nearest before an hour tells of it.
        MetNorwayStep[] steps =
        [
            .. response.Steps.DistinctBy(step => step.Time).OrderByDescending(step => step.Time),
        ];
        foreach (MetNorwayStep step in steps)
        {
            hours[step.Time] = step.AtInstant();
            if (step.NextHour is { } hour)
            {
                Tell(hour, step.Time);
            }
        }

        foreach (MetNorwayStep step in steps.Where(step => !told.Contains(step.Time)))
        {
            if (step.NextSixHours is { } sixHours)
            {
                Tell(sixHours, step.Time);
            }
        }

        return hours.Values.Any(hour =>
            hour.Temperature is not null || hour.Condition is not null || hour.TemperatureMaximum is not null
        )
            ? HourSeries.From(hours)
            : null;

        void Tell(MetNorwayPeriod period, Instant start)
        {
            for (int index = 0; index < period.Hours; index++)
            {
                Instant time = start + Duration.FromHours(index);
                if (told.Add(time))
                {
                    hours[time] = Fill(hours.GetValueOrDefault(time, Silent), period, index);
                }
            }
        }
    }

    private static Hour Fill(Hour hour, MetNorwayPeriod period, int index)
    {
        bool extremes = period.Hours > 1 && (period.Least ?? period.Most) is not null;
        return hour with
        {
            Condition = SkyLevel.Apply(
                period.Symbol is { } symbol ? ConditionMap.FromMetNorway(symbol) : null,
                hour.CloudCover
            ),
            Precipitation = period.Amount / period.Hours,
            PrecipitationProbability = period.Probability,
            TemperatureMinimum = extremes ? period.Least : null,
            TemperatureMaximum = extremes ? period.Most : null,
            Step = extremes ? new StepPosition(index, period.Hours) : null,
        };
    }
}
