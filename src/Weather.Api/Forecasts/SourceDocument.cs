namespace Weather.Api.Forecasts;

/// <summary>Where the numbers come from and how old they are.</summary>
/// <param name="Provider"><c>open-meteo</c>, <c>met-norway</c>, <c>openweather</c>; <c>sample</c> is made up and must be marked.</param>
/// <param name="FetchedAt">When the provider answered, UTC.</param>
/// <param name="ExpiresAt">Until when the forecast counts as fresh, UTC.</param>
/// <param name="Stale">True when it was past that already at the time of this answer.</param>
/// <param name="Run">Start of the model run, where known.</param>
/// <param name="Text">The credit to show.</param>
/// <param name="Href">Where the credit leads; none for made-up data.</param>
/// <param name="Licence">Licence of the data.</param>
/// <param name="LicenceHref">Its text.</param>
/// <param name="Changed">True where we changed the data (hours aligned, days and values derived), as licences ask to be told.</param>
public sealed record SourceDocument(
    string Provider,
    string FetchedAt,
    string ExpiresAt,
    bool Stale,
    string? Run,
    string Text,
    string? Href,
    string Licence,
    string? LicenceHref,
    bool Changed
);
