namespace Weather.Api.Places;

/// <summary>The resolved place of a forecast, with the UTC offsets that its hours need.</summary>
/// <param name="Id">Stable id; null for a bare coordinate.</param>
/// <param name="Name">In the answer's language.</param>
/// <param name="Admin">First-level division, where known.</param>
/// <param name="Country">Where known.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
/// <param name="Lat">Degrees.</param>
/// <param name="Lon">Degrees.</param>
/// <param name="Zone">IANA time zone.</param>
/// <param name="Offsets">
/// Pairs of [epoch seconds from which it holds, UTC offset in seconds]; the first begins at or before the first hour.
/// </param>
public sealed record ForecastPlaceDocument(
    long? Id,
    string Name,
    string? Admin,
    string? Country,
    string? CountryCode,
    double Lat,
    double Lon,
    string Zone,
    IReadOnlyList<IReadOnlyList<long>> Offsets
);
