using NodaTime;
using Weather.Api.Air;
using Weather.Api.Alerts;
using Weather.Api.Places;
using Weather.Api.Requests;
using Weather.Model;

namespace Weather.Api.Forecasts;

/// <summary>
/// The blocks that stand beside a forecast when asked for: air quality and alerts. They come from elsewhere, are cached apart, and
/// never hold a forecast up: what is not there soon is left out, and the answer then lives only briefly.
/// </summary>
internal sealed class ExtraBlocks(AirCache air, AlertCache alerts, TimeProvider time)
{
    /// <summary>From the start of the request, while the forecast is fetched too; a warm cache needs none of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly Duration OneHour = Duration.FromHours(1);
    private const int MostAlerts = 10;

    /// <summary>Seconds past its time that an answer with alerts, or without a block that was asked for, may still be shown.</summary>
    private const int LongestStale = 60;

    /// <summary>Starts what is asked for; does not wait.</summary>
    public PendingBlocks Begin(Place place, IReadOnlyList<string> include)
    {
        bool wantsAir = include.Contains("air", StringComparer.Ordinal) && air.IsKnown;
        bool wantsAlerts =
            include.Contains("alerts", StringComparer.Ordinal) && alerts.IsKnown(place.CountryCode);
        return new PendingBlocks(
            wantsAir ? new PendingBlock<AirEntry>(() => air.GetAsync(place), Patience, time) : null,
            wantsAlerts
                ? new PendingBlock<AlertEntry>(() => alerts.GetAsync(place.CountryCode!), Patience, time)
                : null
        );
    }

    /// <summary>Adds the blocks to a document, and shortens the freshness of the answer to that of its shortest part.</summary>
    public async Task<(ForecastDocument Document, Freshness Freshness)> AddAsync(
        PendingBlocks pending,
        ForecastDocument document,
        ResolvedPlace resolved,
        Freshness freshness
    )
    {
        if (pending.Air is { } airBlock)
        {
            AirEntry? entry = await airBlock.GetAsync();
            Instant now = time.GetCurrentInstant();
            AirDocument? block = entry?.Air is { } quality ? AirDocument.Make(quality, now) : null;
            document = document with { Air = block };
            Instant hourEnds =
                now - Duration.FromTicks(now.ToUnixTimeTicks() % OneHour.BclCompatibleTicks) + OneHour;
            freshness = freshness.Shorter(
                Freshness.Until(entry is null ? now : Instant.Min(entry.Until, hourEnds), now)
            );
            freshness = entry is null ? freshness.NotLongStale(LongestStale) : freshness;
        }

        if (pending.Alerts is { } alertBlock)
        {
            AlertEntry? entry = await alertBlock.GetAsync();
            Instant now = time.GetCurrentInstant();
            IReadOnlyList<WeatherAlert>? found =
                entry?.Feed is { } feed && feed.IsFresh(now)
                    ? feed.In(resolved.Place.Point, Codes(resolved.Place), now)
                    : null;
            document = document with
            {
                Alerts = found is null
                    ? null
                    :
                    [
                        .. found
                            .Select(alert => AlertDocument.Make(alert, resolved.Language))
                            .Distinct()
                            .Take(MostAlerts),
                    ],
            };
            Instant change = (found ?? []).Select(alert => alert.Expires).Append(entry?.Until ?? now).Min();
            freshness = freshness.Shorter(Freshness.Until(change, now)).NotLongStale(LongestStale);
        }

        return (document, freshness);
    }

    private static AreaCode[] Codes(Place place) =>
        place.CountryCode is { } country ? [new AreaCode("ISO 3166-1", country)] : [];
}
