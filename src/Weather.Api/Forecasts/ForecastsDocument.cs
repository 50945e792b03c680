namespace Weather.Api.Forecasts;

/// <summary>Several places in one answer, in the order asked. Places that have nothing to serve now are listed apart.</summary>
public sealed record ForecastsDocument(
    IReadOnlyList<ForecastDocument> Forecasts,
    IReadOnlyList<long> Unavailable
);
