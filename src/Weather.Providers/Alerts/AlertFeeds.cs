using System.Net;
using NodaTime;
using Weather.Providers.Upstream;

namespace Weather.Providers.Alerts;

/// <summary>The configured feeds. Each call asks the feed once, conditionally, and each new entry of an index once; nothing is cached here.</summary>
public sealed class AlertFeeds
{
    /// <summary>A feed is never asked more often (MET Norway's rule for MetAlerts, and enough for any).</summary>
    public static readonly Duration LeastInterval = Duration.FromMinutes(10);
    private static readonly Duration LongestInterval = Duration.FromHours(1);

    private readonly IReadOnlyDictionary<string, Uri> _feeds;
    private readonly AlertFeedClient _client;
    private readonly FeedIndex _index;
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
        _index = new FeedIndex(client);
        _time = time;
        _metrics = metrics;
    }

    /// <returns>The address of a country's feed; null where none is configured.</returns>
    public Uri? this[string? country] =>
        country is null ? null : _feeds.GetValueOrDefault(Answering(country));

    /// <summary>
    /// Whose feed answers for a country: its own where one is configured. Morocco's service issues the warnings for the southern
    /// provinces, which the atlas has as EH; an operator who disagrees configures <c>Feeds:EH</c>.
    /// </summary>
    public string Answering(string country) =>
        country.Equals("EH", StringComparison.OrdinalIgnoreCase) && !_feeds.ContainsKey(country)
            ? "MA"
            : country;

    /// <param name="country">One that has a feed.</param>
    /// <param name="previous">What was read before.</param>
    public async Task<AlertFeedResult> GetAsync(
        string country,
        AlertFeed? previous,
        CancellationToken cancellationToken
    )
    {
        AlertFeedResult result = await ReadAsync(_feeds[Answering(country)], previous, cancellationToken);
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

        if (FeedReader.Read(answer.Body, address) is not { } body)
        {
            return new AlertFeedResult.Refused(RefusalKind.Poisoned, "The answer is no feed of alerts.");
        }

        if (body.Entries.Count > FeedIndex.MostEntries)
        {
            return new AlertFeedResult.Refused(RefusalKind.Poisoned, "The index has too many entries.");
        }

        (IReadOnlyList<AlertMessage> led, bool isWhole) = await _index.ReadAsync(
            body.Entries,
            address,
            previous,
            cancellationToken
        );
        if (!isWhole && !led.Any(message => message.IsReadable))
        {
            return new AlertFeedResult.Refused(RefusalKind.Failing, "No message of the feed is to be had.");
        }

        var feed = new AlertFeed
        {
            Messages = [.. body.Messages, .. led],
            FetchedAt = now,
            ExpiresAt = now,
            // A 304 would confirm what is missing.
            EntityTag = isWhole ? answer.EntityTag : null,
            LastModified = isWhole ? answer.LastModified : null,
        };
        return Fresh(feed, answer, now);
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
