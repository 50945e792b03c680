using System.Net;
using NodaTime;

namespace Weather.Providers.Alerts;

/// <summary>A whole answer with the headers that count.</summary>
internal sealed record FeedAnswer(
    HttpStatusCode Status,
    byte[] Body,
    string? EntityTag,
    string? LastModified,
    Instant? Expires,
    Duration Age,
    Duration? RetryAfter
)
{
    private static readonly Duration LongestAge = Duration.FromDays(365);

    public Instant? RetryAt(Instant now) => RetryAfter is { } wait ? now + wait : null;

    public static async Task<FeedAnswer> ReadAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    ) =>
        new(
            response.StatusCode,
            await response.Content.ReadAsByteArrayAsync(cancellationToken),
            Verbatim(response, "ETag"),
            Verbatim(response, "Last-Modified"),
            response.Content.Headers.Expires is { } expires ? Instant.FromDateTimeOffset(expires) : null,
            Bounded(response.Headers.Age ?? TimeSpan.Zero),
            response.Headers.RetryAfter?.Delta is { } wait ? Bounded(wait) : null
        );

    /// <summary>Validators go back byte for byte.</summary>
    private static string? Verbatim(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values)
        || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;

    private static Duration Bounded(TimeSpan span) =>
        Duration.Max(Duration.Zero, Duration.Min(Duration.FromTimeSpan(span), LongestAge));
}
