namespace Weather.Api.Places;

/// <summary>What tells a place from others of its name. No more: it goes out with every forecast of an ambiguous name.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">In the answer's language.</param>
/// <param name="Admin">First-level division, where known.</param>
/// <param name="Country">Where known.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
public sealed record AlternativeDocument(
    long? Id,
    string Name,
    string? Admin,
    string? Country,
    string? CountryCode
);
