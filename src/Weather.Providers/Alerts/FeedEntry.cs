namespace Weather.Providers.Alerts;

/// <summary>An entry of an index.</summary>
/// <param name="Link">Where its message is; null when the entry does not say.</param>
/// <param name="Origin">Its version and address.</param>
internal sealed record FeedEntry(Uri? Link, string Origin);
