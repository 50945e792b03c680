using System.Net;
using System.Text.Json;
using NodaTime;
using Weather.Model;
using Weather.Providers.Upstream;

namespace Weather.Providers.MetNorway;

/// <summary>From what came over the wire to a result. Pure and total: any status with any bytes is a forecast or a typed refusal.</summary>
internal static class MetNorwayReader
{
    /// <param name="answer">Status, headers and body.</param>
    /// <param name="point">Where a forecast was asked for.</param>
    /// <param name="confirmed">The forecast whose validator was sent along; null when the question was unconditional.</param>
    /// <param name="now">When the answer arrived.</param>
    public static ProviderResult Read(
        MetNorwayAnswer answer,
        GeoPoint point,
        Forecast? confirmed,
        Instant now
    )
    {
        ProviderResult result = answer.Status switch
        {
            // 203: deprecated or beta; the body is as good as ever.
            HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation => Parse(answer, point, now),
            HttpStatusCode.NotModified when confirmed is not null => Confirm(confirmed, answer, now),
            HttpStatusCode.NotModified => Poisoned("The upstream confirms what was not asked about."),
            _ => MetNorwayErrors.Read(answer, now),
        };
        bool past =
            result is ProviderResult.Success { Forecast: { } forecast }
            && forecast.Start + Duration.FromHours(forecast.Hours.Count) <= now;
        return past ? Poisoned("The answer ends before now.") : result;
    }

    private static ProviderResult Parse(MetNorwayAnswer answer, GeoPoint point, Instant now)
    {
        using JsonDocument? json = UpstreamJson.Parse(answer.Body);
        return json is null
            ? Poisoned("The answer is not whole JSON.")
            : MetNorwayMapper.Map(json.RootElement, answer, point, now);
    }

    private static ProviderResult.Success Confirm(Forecast confirmed, MetNorwayAnswer answer, Instant now) =>
        new(
            confirmed with
            {
                Source = confirmed.Source with
                {
                    FetchedAt = now,
                    ExpiresAt = MetNorwayFreshness.ExpiresAt(answer, confirmed.Point, now),
                    LastModified = answer.LastModified ?? confirmed.Source.LastModified,
                },
            }
        );

    private static ProviderResult.Refused Poisoned(string detail) => new(RefusalKind.Poisoned, detail);
}
