using System.Net;
using Microsoft.Extensions.Logging;
using NodaTime;
using Refit;
using Weather.Model;
using Weather.Providers.Upstream;

namespace Weather.Providers.MetNorway;

/// <summary>
/// MET Norway's Locationforecast of one point, within its terms (api.met.no/doc/TermsOfService). Nothing is asked before
/// <see cref="ForecastSource.ExpiresAt"/> of the last answer, whatever the caller does: <see cref="ForecastRequest.Previous"/> is then
/// itself the answer, unchanged, because by MET's word it still holds. After that its validator is repeated, and a 304 renews it.
/// </summary>
internal sealed partial class MetNorwayProvider(
    IMetNorwayApi api,
    MetNorwayPace pace,
    TimeProvider time,
    UpstreamMetrics metrics,
    ILogger<MetNorwayProvider> logger
) : IForecastProvider, IStillCurrent
{
    public const string ProviderName = "met-norway";

    private static readonly Duration LongestFreshness = Duration.FromHours(12);

    public string Name => ProviderName;

    public Attribution Credit => MetNorwayMapper.Credit;

    public async Task<ProviderResult> GetAsync(ForecastRequest request, CancellationToken cancellationToken)
    {
        if (StillCurrent(request) is { } fresh)
        {
            return fresh;
        }

        var coordinates = MetNorwayCoordinates.Of(request.Point);
        Forecast? previous = Known(request);
        if (await HeldAsync(cancellationToken) is { } held)
        {
            return held;
        }

        try
        {
            using HttpResponseMessage response = await api.GetForecastAsync(
                coordinates.Latitude,
                coordinates.Longitude,
                MetNorwayCoordinates.Altitude(request.Elevation),
                previous?.Source.LastModified,
                cancellationToken
            );
            Instant now = Now();
            MetNorwayAnswer answer = await MetNorwayAnswer.ReadAsync(response, now, cancellationToken);
            if (answer.Status == HttpStatusCode.NonAuthoritativeInformation)
            {
                metrics.Deprecated(Name);
                LogDeprecated();
            }

            Forecast? confirmed = previous?.Source.LastModified is null ? null : previous;
            return MetNorwayReader.Read(answer, request.Point, confirmed, now);
        }
        catch (Exception exception)
            when (exception is ApiRequestException or HttpRequestException or IOException)
        {
            return Unreachable("No whole answer came.");
        }
        catch (OperationCanceledException)
        {
            return Unreachable("No answer came in time.");
        }
    }

    /// <summary>What can be told without asking: a clock that was set back does not make an answer fresh for days.</summary>
    /// <returns>The previous forecast as it is, before its expiry; null when MET may be asked.</returns>
    public ProviderResult.Success? StillCurrent(ForecastRequest request)
    {
        Instant now = Now();
        return
            Known(request) is { } previous
            && now < previous.Source.ExpiresAt
            && previous.Source.ExpiresAt - now < LongestFreshness
            ? new ProviderResult.Success(previous)
            : null;
    }

    /// <returns>Why the pace lets nobody through now; null when it is this question's turn.</returns>
    private async Task<ProviderResult.Refused?> HeldAsync(CancellationToken cancellationToken)
    {
        const string Held = "Our own limit for this upstream is reached.";
        try
        {
            return await pace.WaitAsync(cancellationToken) is { } retryAt
                ? new ProviderResult.Refused(RefusalKind.OverQuota, Held, retryAt) { NotAsked = true }
                : null;
        }
        catch (OperationCanceledException)
        {
            return new ProviderResult.Refused(RefusalKind.OverQuota, Held) { NotAsked = true };
        }
    }

    private Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>The last answer to the same question; another provider's, or another place's, says nothing here.</summary>
    private static Forecast? Known(ForecastRequest request) =>
        request.Previous is { Source.Provider: ProviderName } previous
        && MetNorwayCoordinates.Of(previous.Point) == MetNorwayCoordinates.Of(request.Point)
            ? previous
            : null;

    private static ProviderResult.Refused Unreachable(string detail) => new(RefusalKind.Unreachable, detail);

    [LoggerMessage(
        EventId = 3101,
        Level = LogLevel.Warning,
        Message = "MET Norway answered with 203: this product or version is deprecated or in beta, and will go away."
    )]
    private partial void LogDeprecated();
}
