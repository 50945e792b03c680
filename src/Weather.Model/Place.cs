namespace Weather.Model;

/// <summary>
/// Somewhere a forecast can be asked for. <see cref="Id"/> is the stable id of a known place (the GeoNames id
/// where there is one) and null for a bare grid point. Carries no name: names depend on a language
/// (<see cref="PlaceLabel"/>).
/// </summary>
public sealed record Place
{
    public required long? Id { get; init; }

    public required GeoPoint Point { get; init; }

    /// <summary>ISO 3166-1 alpha-2, upper case; null where no country claims the point (open sea).</summary>
    public required string? CountryCode { get; init; }

    /// <summary>IANA time zone id, resolved against NodaTime's tzdb only.</summary>
    public required string ZoneId { get; init; }

    /// <summary>Inhabitants; null when not known.</summary>
    public int? Population { get; init; }

    /// <summary>Metres above sea level; null when not known.</summary>
    public int? Elevation { get; init; }

    /// <summary>Known to lie on the sea. False says nothing: outside Morocco nobody has looked.</summary>
    public bool IsCoastal { get; init; }
}
