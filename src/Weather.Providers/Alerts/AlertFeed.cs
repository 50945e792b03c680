using NodaTime;
using Weather.Model;

namespace Weather.Providers.Alerts;

/// <summary>The messages of one country's feed as last seen, with what the next conditional request needs.</summary>
public sealed record AlertFeed
{
    /// <summary>Beyond its expiry a feed counts for this long: one poll may fail.</summary>
    private static readonly Duration Grace = Duration.FromMinutes(20);

    public required IReadOnlyList<AlertMessage> Messages { get; init; }

    /// <summary>When the feed was last read or confirmed unchanged.</summary>
    public required Instant FetchedAt { get; init; }

    /// <summary>Not to be asked again before.</summary>
    public required Instant ExpiresAt { get; init; }

    /// <summary><c>ETag</c> and <c>Last-Modified</c>, verbatim.</summary>
    public string? EntityTag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>A feed that was not confirmed lately says nothing: neither its alerts nor their absence can be believed.</summary>
    public bool IsFresh(Instant now) => now < ExpiresAt + Grace;

    /// <param name="point">Where.</param>
    /// <param name="codes">Codes of areas that are known to hold the point.</param>
    /// <param name="now">When.</param>
    /// <returns>
    /// The alerts in force or to come for the point, worst first; empty when the feed has none there. Null when that cannot be
    /// told: a message was not understood, or holds somewhere that cannot be compared with the point.
    /// </returns>
    public IReadOnlyList<WeatherAlert>? In(GeoPoint point, IReadOnlyCollection<AreaCode> codes, Instant now)
    {
        bool certain = Messages.All(message => message.IsReadable);
        var found = new List<WeatherAlert>();
        foreach (
            WeatherAlert alert in InForce(Messages)
                .Where(alert => alert.Level is not AlertLevel.Green && alert.Expires > now)
        )
        {
            bool? covers = alert.Area.Covers(point, codes);
            certain &= covers is not null;
            if (covers == true)
            {
                found.Add(alert);
            }
        }

        return found.Count == 0 && !certain
            ? null
            :
            [
                .. found
                    .OrderByDescending(alert => alert.Level)
                    .ThenByDescending(alert => alert.Severity)
                    .ThenBy(alert => alert.Onset),
            ];
    }

    /// <summary>An update or a cancellation ends what it refers to; of two messages with one name the later sent counts.</summary>
    private static IEnumerable<WeatherAlert> InForce(IReadOnlyList<AlertMessage> messages)
    {
        var ended = messages
            .SelectMany(message => message.References.Where(reference => reference != message.Identifier))
            .ToHashSet(StringComparer.Ordinal);
        return messages
            .Where(message => message.IsReadable && !ended.Contains(message.Identifier))
            .GroupBy(message => message.Identifier, StringComparer.Ordinal)
            .SelectMany(named =>
            {
                Instant? last = named.Max(message => message.Sent);
                return named.Where(message => message.Sent == last);
            })
            .SelectMany(message => message.Alerts);
    }
}
