namespace Weather.Api.Places;

/// <summary>A place as the API tells it.</summary>
/// <param name="Id">Stable id; null for a bare coordinate.</param>
/// <param name="Name">In the asked language.</param>
/// <param name="Admin">First-level division in the asked language, where known.</param>
/// <param name="Country">In the asked language, where known.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
/// <param name="Lat">Degrees.</param>
/// <param name="Lon">Degrees.</param>
/// <param name="Zone">IANA time zone.</param>
/// <param name="Population">Inhabitants, where known.</param>
/// <param name="Coastal">True for a town that is known to lie on the sea (Morocco's are); else left out.</param>
public sealed record PlaceDocument(
    long? Id,
    string Name,
    string? Admin,
    string? Country,
    string? CountryCode,
    double Lat,
    double Lon,
    string Zone,
    int? Population,
    bool? Coastal
);
