namespace Weather.Model;

/// <summary>What an issuer calls the event, unchanged.</summary>
/// <param name="Language">BCP 47, as the issuer gave it; null when not said.</param>
/// <param name="Event">Plain text; still to be escaped by whoever puts it into HTML.</param>
/// <param name="Issuer">Who speaks, in this language.</param>
/// <param name="Link">https, where the issuer says more.</param>
public sealed record AlertText(string? Language, string Event, string Issuer, Uri? Link);
