namespace Weather.Providers.Alerts;

/// <summary>What a feed's answer holds: messages, and entries whose messages are elsewhere.</summary>
internal sealed record FeedBody(IReadOnlyList<AlertMessage> Messages, IReadOnlyList<FeedEntry> Entries);
