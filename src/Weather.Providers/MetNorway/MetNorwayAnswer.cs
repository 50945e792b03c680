using System.Net;
using System.Net.Http.Headers;
using NodaTime;

namespace Weather.Providers.MetNorway;

/// <summary>What came over the wire, as far as the reading depends on it.</summary>
internal sealed record MetNorwayAnswer
{
    private const int LongestValidator = 100;

    public required HttpStatusCode Status { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Verbatim; null when absent, or unfit to be sent back.</summary>
    public string? LastModified { get; init; }

    public Instant? Expires { get; init; }

    /// <summary>What the upstream's clock showed when it sent this: Date, plus the Age that a cache on the way adds.</summary>
    public Instant? SentAt { get; init; }

    /// <summary>From Retry-After.</summary>
    public Duration? RetryAfter { get; init; }

    public static async Task<MetNorwayAnswer> ReadAsync(
        HttpResponseMessage response,
        Instant now,
        CancellationToken cancellationToken
    )
    {
        HttpResponseHeaders headers = response.Headers;
        return new MetNorwayAnswer
        {
            Status = response.StatusCode,
            Body = await response.Content.ReadAsByteArrayAsync(cancellationToken),
            LastModified = Validator(response.Content.Headers),
            Expires = Time(response.Content.Headers.Expires),
            SentAt = Time(headers.Date + (headers.Age ?? TimeSpan.Zero)),
            RetryAfter =
                headers.RetryAfter?.Delta is { } delta ? Duration.FromTimeSpan(delta)
                : Time(headers.RetryAfter?.Date) is { } date ? date - now
                : null,
        };
    }

    private static string? Validator(HttpContentHeaders headers) =>
        headers.NonValidated.TryGetValues("Last-Modified", out HeaderStringValues values)
        && values.Count == 1
        && values.ToString() is { Length: > 0 and <= LongestValidator } value
        && value.All(character => character is >= ' ' and <= '~')
            ? value
            : null;

    private static Instant? Time(DateTimeOffset? time) =>
        time is { } known ? Instant.FromDateTimeOffset(known) : null;
}
