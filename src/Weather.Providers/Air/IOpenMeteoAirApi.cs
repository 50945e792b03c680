using Refit;

namespace Weather.Providers.Air;

/// <summary>
/// Open-Meteo's air quality endpoint (open-meteo.com/en/docs/air-quality-api). Numbers are text here: a comma in a coordinate would
/// mean two places.
/// </summary>
internal interface IOpenMeteoAirApi
{
    [Get("/v1/air-quality?timeformat=unixtime&timezone=GMT")]
    Task<HttpResponseMessage> GetAirQualityAsync(
        string latitude,
        string longitude,
        string hourly,
        [AliasAs("forecast_days")] int forecastDays,
        CancellationToken cancellationToken
    );
}
