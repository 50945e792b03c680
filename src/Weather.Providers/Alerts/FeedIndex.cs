using System.Net;

namespace Weather.Providers.Alerts;

/// <summary>Follows the entries of an index to their messages: one after the other, each version once, and never to another server.</summary>
internal sealed class FeedIndex(AlertFeedClient client)
{
    public const int MostEntries = 100;

    /// <param name="entries">Of the index as it is now.</param>
    /// <param name="feed">Where the index is.</param>
    /// <param name="previous">Holds the messages that were read before.</param>
    /// <returns>Null when one of them cannot be had now.</returns>
    public async Task<IReadOnlyList<AlertMessage>?> ReadAsync(
        IReadOnlyList<FeedEntry> entries,
        Uri feed,
        AlertFeed? previous,
        CancellationToken cancellationToken
    )
    {
        var messages = new List<AlertMessage>();
        foreach (FeedEntry entry in entries)
        {
            if (await EntryAsync(entry, feed, previous, cancellationToken) is not { } read)
            {
                return null;
            }

            messages.AddRange(read);
        }

        return messages;
    }

    /// <returns>Null when it cannot be had now.</returns>
    private async Task<IReadOnlyList<AlertMessage>?> EntryAsync(
        FeedEntry entry,
        Uri feed,
        AlertFeed? previous,
        CancellationToken cancellationToken
    )
    {
        AlertMessage[] known =
        [
            .. (previous?.Messages ?? []).Where(message =>
                message.IsReadable && message.Origin == entry.Origin
            ),
        ];
        if (known.Length > 0)
        {
            return known;
        }

        // An index names any address it likes; only the feed's own server is asked.
        if (entry.Link is not { } link || link.Authority != feed.Authority || link.Scheme != feed.Scheme)
        {
            return [AlertMessage.Unreadable(entry.Origin)];
        }

        FeedAnswer? answer = await client.GetAsync(link, previous: null, cancellationToken);
        return answer?.Status switch
        {
            // Withdrawn since the index was written.
            HttpStatusCode.NotFound or HttpStatusCode.Gone => [],
            HttpStatusCode.OK => FeedReader.Read(answer.Body, link, entry.Origin) is { Entries.Count: 0 } body
                ? body.Messages
                : [AlertMessage.Unreadable(entry.Origin)],
            _ => null,
        };
    }
}
