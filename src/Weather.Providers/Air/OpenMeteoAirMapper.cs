using System.Text.Json;
using NodaTime;
using Weather.Model;
using Weather.Providers.OpenMeteo;

namespace Weather.Providers.Air;

/// <summary>From a parsed answer to hours of air quality, or a typed refusal. Total: whatever the JSON holds, it never throws.</summary>
internal static class OpenMeteoAirMapper
{
    /// <summary>The models' cells are up to 0.4° wide; farther away, the answer is for somewhere else.</summary>
    private const double FarthestCellKilometres = 80;

    /// <summary>The models run once or twice a day, an answer tells days of hours, and each call comes out of the forecasts' quota.</summary>
    private static readonly Duration FreshFor = Duration.FromHours(12);

    public static readonly Attribution Credit = new(
        "CAMS ENSEMBLE data provider / Open-Meteo",
        new Uri("https://open-meteo.com/en/docs/air-quality-api"),
        "CC BY 4.0",
        new Uri("https://creativecommons.org/licenses/by/4.0/"),
        Changed: true
    );

    public static AirQualityResult Map(JsonElement root, GeoPoint asked, Instant fetchedAt)
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

        OpenMeteoAirHours? series =
            OpenMeteoAirHours.Read(response.Block("hourly"), block => block.Hours(offset))
            ?? OpenMeteoAirHours.Read(response.Block("current"), block => block.FullHours(offset));
        if (series is null)
        {
            return Refuse(RefusalKind.Poisoned, "The answer holds no value that we know.");
        }

        if (!series.Hours.All(Possible))
        {
            return Refuse(RefusalKind.Poisoned, "The answer holds an impossible value.");
        }

        if (series.Start + Duration.FromHours(series.Hours.Count) <= fetchedAt)
        {
            return Refuse(RefusalKind.Poisoned, "The answer ends before now.");
        }

        return new AirQualityResult.Success(
            new AirQuality
            {
                Point = asked,
                Start = series.Start,
                Hours = series.Hours,
                Source = new ForecastSource
                {
                    Provider = OpenMeteoProvider.ProviderName,
                    FetchedAt = fetchedAt,
                    ExpiresAt = fetchedAt + FreshFor,
                    Attribution = Credit,
                },
            }
        );
    }

    /// <summary>A storm of sand brings thousands of µg/m³, and an open-ended index follows it; nothing brings more than this.</summary>
    private static bool Possible(AirHour hour) =>
        hour.EuropeanIndex is null or (>= 0 and <= 10_000)
        && hour.Pm25 is null or (>= 0 and <= 10_000)
        && hour.Pm10 is null or (>= 0 and <= 30_000);

    private static AirQualityResult.Refused Refuse(RefusalKind kind, string detail) => new(kind, detail);
}
