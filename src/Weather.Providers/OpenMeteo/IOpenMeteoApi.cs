using Refit;

namespace Weather.Providers.OpenMeteo;

/// <summary>
/// Open-Meteo's forecast endpoint (open-meteo.com/en/docs). Numbers are text here: a comma in a coordinate would mean two places.
/// </summary>
internal interface IOpenMeteoApi
{
    [Get("/v1/forecast?timeformat=unixtime&timezone=GMT&wind_speed_unit=ms")]
    Task<HttpResponseMessage> GetForecastAsync(
        string latitude,
        string longitude,
        string hourly,
        [AliasAs("past_days")] int pastDays,
        [AliasAs("forecast_days")] int forecastDays,
        CancellationToken cancellationToken
    );
}
