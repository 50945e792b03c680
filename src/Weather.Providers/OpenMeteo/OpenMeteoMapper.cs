using System.Text.Json;
using NodaTime;
using Weather.Model;

namespace Weather.Providers.OpenMeteo;

/// <summary>From a parsed answer to canonical hours, or a typed refusal. Total: whatever the JSON holds, it never throws.</summary>
internal static class OpenMeteoMapper
{
    /// <summary>Grid cells are up to 0.4° wide; farther away, the answer is for somewhere else (coordinates exchanged, a sign lost).</summary>
    private const double FarthestCellKilometres = 80;

    /// <summary>Zones stray from solar time by politics, but not farther than this.</summary>
    private const double FarthestOffsetHours = 4.5;

    public static readonly Attribution Credit = new(
        "Weather data by Open-Meteo.com",
        new Uri("https://open-meteo.com/"),
        "CC BY 4.0",
        new Uri("https://creativecommons.org/licenses/by/4.0/"),
        Changed: true
    );

    /// <param name="root">The body.</param>
    /// <param name="asked">Where a forecast was asked for.</param>
    /// <param name="fetchedAt">When the answer arrived.</param>
    /// <param name="freshFor">How long it counts as fresh; the answer itself does not say.</param>
    public static ProviderResult Map(JsonElement root, GeoPoint asked, Instant fetchedAt, Duration freshFor)
    {
        if (OpenMeteoResponse.Read(root) is not { Cell: { } cell } response)
        {
            return Refuse(RefusalKind.Poisoned, "The answer does not say which place it is for.");
        }

        if (cell.DistanceTo(asked) > FarthestCellKilometres)
        {
            return Refuse(RefusalKind.WrongPlace, "The answer is for another place.");
        }

        if (response.Offset is not { } offset)
        {
            return Refuse(RefusalKind.Poisoned, "The answer does not say which clock its times are on.");
        }

        if (offset != Offset.Zero && HoursFromSolar(offset, asked) > FarthestOffsetHours)
        {
            return Refuse(RefusalKind.WrongPlace, "The answer's clock does not fit the place.");
        }

        HourSeries? series = OpenMeteoHours.Read(response, offset) ?? OpenMeteoDays.Read(response, offset);
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
                    Provider = OpenMeteoProvider.ProviderName,
                    FetchedAt = fetchedAt,
                    ExpiresAt = fetchedAt + freshFor,
                    Attribution = Credit,
                },
            }
        );
    }

    private static double HoursFromSolar(Offset offset, GeoPoint point)
    {
        double difference = Math.Abs((offset.Seconds / 3600.0) - (point.Longitude / 15)) % 24;
        return Math.Min(difference, 24 - difference);
    }

    private static bool Plausible(Hour hour) =>
        hour.Temperature is null or (>= -90 and <= 60)
        && hour.TemperatureMinimum is null or (>= -90 and <= 60)
        && hour.TemperatureMaximum is null or (>= -90 and <= 60);

    private static ProviderResult.Refused Refuse(RefusalKind kind, string detail) => new(kind, detail);
}
