using System.Net;
using System.Text.Json;
using NodaTime;
using Weather.Model;
using Weather.Providers.OpenMeteo;
using Weather.Providers.Upstream;

namespace Weather.Providers.Air;

/// <summary>From what came over the wire to a result. Pure and total: any status with any bytes is air quality or a typed refusal.</summary>
internal static class OpenMeteoAirReader
{
    public static AirQualityResult Read(
        HttpStatusCode status,
        ReadOnlyMemory<byte> body,
        GeoPoint asked,
        Instant now
    )
    {
        using JsonDocument? json = UpstreamJson.Parse(body);
        if (status != HttpStatusCode.OK)
        {
            string? reason = json is null ? null : OpenMeteoResponse.Read(json.RootElement)?.Reason;
            ProviderResult.Refused refused = OpenMeteoErrors.Read(status, reason, now);
            return new AirQualityResult.Refused(refused.Kind, refused.Detail, refused.RetryAt);
        }

        return json is null
            ? new AirQualityResult.Refused(RefusalKind.Poisoned, "The answer is not whole JSON.")
            : OpenMeteoAirMapper.Map(json.RootElement, asked, now);
    }
}
