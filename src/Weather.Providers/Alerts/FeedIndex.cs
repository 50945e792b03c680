using System.Net;

namespace Weather.Providers.Alerts;

/// <summary>Follows the entries of an index to their messages: a few at a time, each version once, and never to another server.</summary>
internal sealed class FeedIndex(AlertFeedClient client)
{
    public const int MostEntries = 100;
    private const int AtOnce = 4;

    /// <param name="entries">Of the index as it is now.</param>
    /// <param name="feed">Where the index is.</param>
    /// <param name="previous">Holds the messages that were read before.</param>
    /// <returns>
    /// What is known, and whether that is all. A message that cannot be had now is there as one that nobody understood, and is asked for
    /// again with the next index: a slow server's index completes over some of them.
    /// </returns>
    public async Task<(IReadOnlyList<AlertMessage> Messages, bool IsWhole)> ReadAsync(
        IReadOnlyList<FeedEntry> entries,
        Uri feed,
        AlertFeed? previous,
        CancellationToken cancellationToken
    )
    {
        var read = new IReadOnlyList<AlertMessage>?[entries.Count];
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // No token: at the deadline the others are missing, and what was read stays.
        await Parallel.ForEachAsync(
            Enumerable.Range(0, entries.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (k, _) => read[k] = await EntryAsync(entries[k], feed, previous, over)
        );
        return (
            [.. read.SelectMany((found, k) => found ?? [AlertMessage.Unreadable(entries[k].Origin)])],
            read.All(found => found is not null)
        );
    }

    /// <returns>Null when it cannot be had now.</returns>
    private async Task<IReadOnlyList<AlertMessage>?> EntryAsync(
        FeedEntry entry,
        Uri feed,
        AlertFeed? previous,
        CancellationTokenSource over
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

        if (over.IsCancellationRequested)
        {
            return null;
        }

        FeedAnswer? answer = await client.GetAsync(link, previous: null, over.Token);
        if (answer?.Status is HttpStatusCode.TooManyRequests or HttpStatusCode.Forbidden)
        {
            await over.CancelAsync();
        }

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
