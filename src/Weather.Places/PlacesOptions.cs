namespace Weather.Places;

/// <summary>How places are labelled.</summary>
public sealed record PlacesOptions
{
    /// <summary>
    /// Areas whose country is not named in a label; the city and its region stand alone. A country code ("EH"), a first
    /// level division ("UA.11") or a place id ("281184"). The default lists territories whose status is disputed, so
    /// that no embedding site takes a side it did not choose.
    /// </summary>
    public IReadOnlyCollection<string> AreasWithoutCountryLabel { get; init; } =
    ["EH", "TW", "XK", "UA.11", "UA.20", "281184"];
}
