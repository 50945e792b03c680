using NodaTime;
using Weather.Model;

namespace Weather.Providers.Sample;

/// <summary>
/// Made-up weather, so that a first run without a network shows a working page. Only in Development, always last, marked
/// <c>sample</c> in the payload and visibly in every output.
/// </summary>
internal sealed class SampleProvider(TimeProvider time) : IForecastProvider
{
    private const int PastDays = 2;
    private const int ForecastDays = 12;

    /// <summary>Short: real data replace it as soon as somebody answers.</summary>
    private static readonly Duration FreshFor = Duration.FromSeconds(15);

    public string Name => ForecastSource.SampleProvider;

    public Attribution Credit { get; } = new("Sample data", null, "CC0 1.0", null);

    public Task<ProviderResult> GetAsync(ForecastRequest request, CancellationToken cancellationToken)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        Instant start = now.InUtc().Date.PlusDays(-PastDays).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        var weather = new SampleWeather(request.Point);
        Hour[] hours =
        [
            .. Enumerable
                .Range(0, (PastDays + ForecastDays) * 24)
                .Select(k => weather.At(start + Duration.FromHours(k))),
        ];
        return Task.FromResult<ProviderResult>(
            new ProviderResult.Success(
                new Forecast
                {
                    Point = request.Point,
                    Start = start,
                    Hours = hours,
                    Source = new ForecastSource
                    {
                        Provider = Name,
                        FetchedAt = now,
                        ExpiresAt = now + FreshFor,
                        Attribution = Credit,
                    },
                }
            )
        );
    }
}
