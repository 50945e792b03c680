using System.Globalization;
using NodaTime;
using Refit;
using Weather.Model;
using Weather.Providers.Refresh;

namespace Weather.Providers.OpenMeteo;

/// <summary>
/// Open-Meteo's forecast of one point. One call has weight 1.0: ten hourly variables over 14 days; everything daily is derived by us,
/// because Open-Meteo's own days use one UTC offset for the whole answer and are wrong across a clock change.
/// </summary>
internal sealed class OpenMeteoProvider(IOpenMeteoApi api, OpenMeteoRefresh refresh, TimeProvider time)
    : IForecastProvider,
        IStillCurrent
{
    public const string ProviderName = "open-meteo";

    /// <summary>Two days back hold the whole local today in every zone, and tell yesterday.</summary>
    private const int PastDays = 2;
    private const int ForecastDays = 12;

    /// <summary>What one question counts against the quota.</summary>
    public static readonly double Weight = OpenMeteoWeight.Of(
        OpenMeteoVariables.Asked.Split(',').Length,
        PastDays + ForecastDays
    );

    public string Name => ProviderName;

    public Attribution Credit => OpenMeteoMapper.Credit;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    public ProviderResult.Success? StillCurrent(ForecastRequest request) =>
        refresh.StillCurrent(request, Name, Now) is { } forecast
            ? new ProviderResult.Success(forecast)
            : null;

    public async Task<ProviderResult> GetAsync(ForecastRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage answer = await api.GetForecastAsync(
                Degrees(request.Point.Latitude),
                Degrees(request.Point.Longitude),
                OpenMeteoVariables.Asked,
                PastDays,
                ForecastDays,
                cancellationToken
            );
            byte[] body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            Instant now = Now;
            return OpenMeteoReader.Read(
                answer.StatusCode,
                body,
                request,
                now,
                refresh.FreshFor(request, now)
            );
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

    /// <summary>Four decimals are 11 m, finer than any grid.</summary>
    private static string Degrees(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static ProviderResult.Refused Unreachable(string detail) => new(RefusalKind.Unreachable, detail);
}
