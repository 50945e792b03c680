using System.Globalization;
using NodaTime;
using Refit;
using Weather.Model;
using Weather.Providers.Upstream;

namespace Weather.Providers.Air;

/// <summary>Open-Meteo's air quality of one point, from the CAMS models. One call weighs 1.</summary>
internal sealed class OpenMeteoAirProvider(IOpenMeteoAirApi api, TimeProvider time, UpstreamMetrics metrics)
    : IAirQualityProvider
{
    /// <summary>Its name in telemetry: the endpoint has a host and failures of its own.</summary>
    public const string ClientName = "open-meteo-air";

    /// <summary>The models reach five days; the sixth and seventh are mostly null.</summary>
    private const int ForecastDays = 5;

    public Attribution Credit => OpenMeteoAirMapper.Credit;

    public async Task<AirQualityResult> GetAsync(GeoPoint point, CancellationToken cancellationToken)
    {
        AirQualityResult result = await AskAsync(point, cancellationToken);
        metrics.Answered(ClientName, (result as AirQualityResult.Refused)?.Kind);
        return result;
    }

    private async Task<AirQualityResult> AskAsync(GeoPoint point, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage answer = await api.GetAirQualityAsync(
                Degrees(point.Latitude),
                Degrees(point.Longitude),
                OpenMeteoAirVariables.Asked,
                ForecastDays,
                cancellationToken
            );
            byte[] body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            return OpenMeteoAirReader.Read(
                answer.StatusCode,
                body,
                point,
                Instant.FromDateTimeOffset(time.GetUtcNow())
            );
        }
        catch (Exception exception)
            when (exception is ApiRequestException or HttpRequestException or IOException)
        {
            return new AirQualityResult.Refused(RefusalKind.Unreachable, "No whole answer came.");
        }
        catch (OperationCanceledException)
        {
            return new AirQualityResult.Refused(RefusalKind.Unreachable, "No answer came in time.");
        }
    }

    private static string Degrees(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
