namespace Weather.Model;

/// <summary>The credit that every output shows: text, where it leads (made-up data lead nowhere), and the licence of the data.</summary>
public sealed record Attribution(string Text, Uri? Link, string Licence, Uri? LicenceLink);
