namespace Weather.Model;

/// <summary>The credit that every output shows: text, where it leads (made-up data lead nowhere), and the licence of the data.</summary>
/// <param name="Text">Verbatim as the provider asks for it.</param>
/// <param name="Link">The provider.</param>
/// <param name="Licence">Short name.</param>
/// <param name="LicenceLink">Its text.</param>
/// <param name="Changed">
/// Whether we changed the data (aligned hours, spread longer steps, computed values), which CC BY 4.0 section 3(a)(1)(B) wants told.
/// </param>
public sealed record Attribution(
    string Text,
    Uri? Link,
    string Licence,
    Uri? LicenceLink,
    bool Changed = false
);
