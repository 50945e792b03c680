using System.Text.Json;
using NodaTime;
using Weather.Model;

namespace Weather.Providers.MetNorway;

/// <summary>From a parsed answer to canonical hours, or a typed refusal. Total: whatever the JSON holds, it never throws.</summary>
internal static class MetNorwayMapper
{
    /// <summary>The answer repeats the point that was asked; a hundredth of a degree away, it is for somewhere else.</summary>
    private const double FarthestDegrees = 0.01;

    /// <summary>The text is the one that MET's terms give; the rest is what CC BY 4.0 asks for.</summary>
    public static readonly Attribution Credit = new(
        "Data from MET Norway",
        new Uri("https://www.met.no/en"),
        "CC BY 4.0",
        new Uri("https://creativecommons.org/licenses/by/4.0/"),
        Changed: true
    );

    public static ProviderResult Map(JsonElement root, MetNorwayAnswer answer, GeoPoint asked, Instant now)
    {
        var response = new MetNorwayResponse(root);
        if (response.SaysNoData)
        {
            return Refuse(RefusalKind.NotCovered, "The upstream has no data for this place.");
        }

        if (response.Point is not { } point)
        {
            return Refuse(RefusalKind.Poisoned, "The answer does not say which place it is for.");
        }

        if (!IsAt(point, asked))
        {
            return Refuse(RefusalKind.WrongPlace, "The answer is for another place.");
        }

        HourSeries? series = MetNorwayHours.Read(response);
        if (series is null)
        {
            return Refuse(RefusalKind.Poisoned, "The answer holds no value that we know.");
        }

        if (series.Hours.Any(hour => !Plausible(hour)))
        {
            return Refuse(RefusalKind.Poisoned, "The answer holds an impossible temperature.");
        }

        return new ProviderResult.Success(
            new Forecast
            {
                Point = asked,
                Start = series.Start,
                Hours = series.Hours,
                Source = new ForecastSource
                {
                    Provider = MetNorwayProvider.ProviderName,
                    FetchedAt = now,
                    ExpiresAt = MetNorwayFreshness.ExpiresAt(answer, asked, now),
                    LastModified = answer.LastModified,
                    ModelRun = response.UpdatedAt,
                    Attribution = Credit,
                },
            }
        );
    }

    private static bool IsAt(GeoPoint point, GeoPoint asked)
    {
        double east = Math.Abs(point.Longitude - asked.Longitude);
        return Math.Abs(point.Latitude - asked.Latitude) <= FarthestDegrees
            && Math.Min(east, 360 - east) <= FarthestDegrees;
    }

    private static bool Plausible(Hour hour) =>
        hour.Temperature is null or (>= -90 and <= 60)
        && hour.TemperatureMinimum is null or (>= -90 and <= 60)
        && hour.TemperatureMaximum is null or (>= -90 and <= 60);

    private static ProviderResult.Refused Refuse(RefusalKind kind, string detail) => new(kind, detail);
}
