using System.Net;
using NodaTime;
using Weather.Providers.Upstream;

namespace Weather.Providers.Alerts;

/// <summary>The configured feeds. Each call asks the feed once, conditionally, and each new entry of an index once; nothing is cached here.</summary>
public sealed class AlertFeeds
{
    private const int MostEntries = 100;

    /// <summary>A feed is never asked more often (MET Norway's rule for MetAlerts, and enough for any).</summary>
    public static readonly Duration LeastInterval = Duration.FromMinutes(10);
    private static readonly Duration LongestInterval = Duration.FromHours(1);

    private readonly IReadOnlyDictionary<string, Uri> _feeds;
    private readonly AlertFeedClient _client;
    private readonly TimeProvider _time;
    private readonly UpstreamMetrics _metrics;

    internal AlertFeeds(
        IReadOnlyDictionary<string, Uri> feeds,
        AlertFeedClient client,
        TimeProvider time,
        UpstreamMetrics metrics
    )
    {
        _feeds = feeds;
        _client = client;
        _time = time;
        _metrics = metrics;
    }

    /// <returns>The address of a country's feed; null where none is configured.</returns>
    public Uri? this[string? country] => country is null ? null : _feeds.GetValueOrDefault(country);

    /// <param name="country">One that has a feed.</param>
    /// <param name="previous">What was read before.</param>
    public async Task<AlertFeedResult> GetAsync(
        string country,
        AlertFeed? previous,
        CancellationToken cancellationToken
    )
    {
        AlertFeedResult result = await ReadAsync(_feeds[country], previous, cancellationToken);
        _metrics.Answered(AlertFeedClient.ClientName, (result as AlertFeedResult.Refused)?.Kind);
        return result;
    }

    private async Task<AlertFeedResult> ReadAsync(
        Uri address,
        AlertFeed? previous,
        CancellationToken cancellationToken
    )
    {
        FeedAnswer? answer = await _client.GetAsync(address, previous, cancellationToken);
        if (answer is null)
        {
            return new AlertFeedResult.Refused(
                RefusalKind.Unreachable,
                "The feed gave no whole answer in time."
            );
        }

        Instant now = Instant.FromDateTimeOffset(_time.GetUtcNow());
        if (answer.Status == HttpStatusCode.NotModified && previous is not null)
        {
            return Fresh(previous, answer, now);
        }

        if (answer.Status is not (HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation))
        {
            ProviderResult.Refused refused = UpstreamRefusals.From(answer.Status);
            return new AlertFeedResult.Refused(
                refused.Kind,
                refused.Detail,
                RetryAt(refused.Kind, answer, now)
            );
        }

        if (answer.Status == HttpStatusCode.NonAuthoritativeInformation)
        {
            _metrics.Deprecated(AlertFeedClient.ClientName);
        }

        if (FeedReader.Read(answer.Body, address) is not { } body || body.Entries.Count > MostEntries)
        {
            return new AlertFeedResult.Refused(RefusalKind.Poisoned, "The answer is no feed of alerts.");
        }

        var messages = new List<AlertMessage>(body.Messages);
        foreach (FeedEntry entry in body.Entries)
        {
            if (await EntryAsync(entry, address, previous, cancellationToken) is not { } read)
            {
                return new AlertFeedResult.Refused(
                    RefusalKind.Failing,
                    "A message of the feed is not to be had."
                );
            }

            messages.AddRange(read);
        }

        var feed = new AlertFeed
        {
            Messages = messages,
            FetchedAt = now,
            ExpiresAt = now,
            EntityTag = answer.EntityTag,
            LastModified = answer.LastModified,
        };
        return Fresh(feed, answer, now);
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
            .. (previous?.Messages ?? []).Where(message => message.Origin == entry.Origin),
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

        FeedAnswer? answer = await _client.GetAsync(link, previous: null, cancellationToken);
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

    /// <summary>MET Norway's rules, good for any feed: too often means a quarter of an hour at least, forbidden means stop.</summary>
    private static Instant? RetryAt(RefusalKind kind, FeedAnswer answer, Instant now) =>
        kind switch
        {
            RefusalKind.Forbidden => now + Duration.FromDays(1),
            RefusalKind.OverQuota => Instant.Max(answer.RetryAt(now) ?? now, now + Duration.FromMinutes(15)),
            _ => answer.RetryAt(now),
        };

    private static AlertFeedResult.Success Fresh(AlertFeed feed, FeedAnswer answer, Instant now)
    {
        Instant next = answer.Expires ?? Instant.MinValue;
        // What a cache on the way kept for a while is as old as it says.
        Instant fetchedAt = now - answer.Age;
        return new AlertFeedResult.Success(
            feed with
            {
                FetchedAt = fetchedAt,
                ExpiresAt = Instant.Max(fetchedAt + LeastInterval, Instant.Min(next, now + LongestInterval)),
            }
        );
    }
}
