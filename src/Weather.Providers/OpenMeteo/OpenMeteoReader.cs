using System.Net;
using System.Text.Json;
using NodaTime;
using Weather.Providers.Upstream;

namespace Weather.Providers.OpenMeteo;

/// <summary>
/// From what came over the wire to a result. Pure and total: any status with any bytes is a forecast or a typed refusal. A 200 is not
/// believed for being one: Open-Meteo streams, so a failure midway arrives as 200 with text behind half a body.
/// </summary>
internal static class OpenMeteoReader
{
    public static ProviderResult Read(
        HttpStatusCode status,
        ReadOnlyMemory<byte> body,
        ForecastRequest request,
        Instant now,
        Duration freshFor
    )
    {
        using JsonDocument? json = UpstreamJson.Parse(body);
        if (status != HttpStatusCode.OK)
        {
            string? reason = json is null ? null : OpenMeteoResponse.Read(json.RootElement)?.Reason;
            return OpenMeteoErrors.Read(status, reason, now);
        }

        if (json is null)
        {
            return Poisoned("The answer is not whole JSON.");
        }

        ProviderResult result = OpenMeteoMapper.Map(json.RootElement, request.Point, now, freshFor);
        bool past =
            result is ProviderResult.Success { Forecast: { } forecast }
            && forecast.Start + Duration.FromHours(forecast.Hours.Count) <= now;
        return past ? Poisoned("The answer ends before now.") : result;
    }

    private static ProviderResult.Refused Poisoned(string detail) => new(RefusalKind.Poisoned, detail);
}
