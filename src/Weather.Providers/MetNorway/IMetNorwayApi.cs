using Refit;

namespace Weather.Providers.MetNorway;

/// <summary>
/// MET Norway's Locationforecast (api.met.no/weatherapi/locationforecast/2.0/documentation). Numbers are text here: their form is part
/// of the terms (<see cref="MetNorwayCoordinates"/>). GET only; a HEAD before it is unwelcome there.
/// </summary>
internal interface IMetNorwayApi
{
    /// <param name="latitude">At most four decimals.</param>
    /// <param name="longitude">At most four decimals.</param>
    /// <param name="altitude">Whole metres, −500 to 9000; null leaves it to MET's terrain model.</param>
    /// <param name="ifModifiedSince">An earlier answer's Last-Modified, byte for byte; null for none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Get("/weatherapi/locationforecast/2.0/complete")]
    Task<HttpResponseMessage> GetForecastAsync(
        [AliasAs("lat")] string latitude,
        [AliasAs("lon")] string longitude,
        string? altitude,
        [Header("If-Modified-Since")] string? ifModifiedSince,
        CancellationToken cancellationToken
    );
}
