using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Weather.Api.Requests;

/// <summary>
/// How long an answer may be reused. Shared caches read <c>CDN-Cache-Control</c> (RFC 9213) with stale-while-revalidate and
/// stale-if-error (RFC 5861); browsers read the short <c>Cache-Control</c>. Never <c>s-maxage</c>: it carries proxy-revalidate and
/// would forbid the stale answers (RFC 9111 5.2.2.10).
/// </summary>
/// <param name="SharedSeconds">max-age of shared caches.</param>
/// <param name="BrowserSeconds">max-age of browsers.</param>
/// <param name="RevalidateSeconds">How long past that an answer may be served while a new one is fetched.</param>
/// <param name="ErrorSeconds">How long past that it may stand in for an error.</param>
internal readonly record struct Freshness(
    int SharedSeconds,
    int BrowserSeconds,
    int RevalidateSeconds = 3_600,
    int ErrorSeconds = 86_400
)
{
    private const int LongestShared = 300;
    private const int LongestBrowser = 60;

    /// <summary>An answer that is already past its expiry is looked at again after this long.</summary>
    private const int WhenExpired = 30;

    /// <summary>For answers that only change with a release, such as a place.</summary>
    public static Freshness Static { get; } = new(86_400, 3_600);

    public static Freshness Until(Instant expiresAt, Instant now)
    {
        double left = (expiresAt - now).TotalSeconds;
        int seconds = left <= 0 ? WhenExpired : (int)Math.Clamp(left, 1, LongestShared);
        return new Freshness(seconds, Math.Min(seconds, LongestBrowser));
    }

    public Freshness Shorter(Freshness other) =>
        new(
            Math.Min(SharedSeconds, other.SharedSeconds),
            Math.Min(BrowserSeconds, other.BrowserSeconds),
            Math.Min(RevalidateSeconds, other.RevalidateSeconds),
            Math.Min(ErrorSeconds, other.ErrorSeconds)
        );

    /// <summary>
    /// Not for long past its time: an old list of alerts would say that there is no warning, and an answer that lacks a part or is made up
    /// must not outlive what it waits for.
    /// </summary>
    public Freshness NotLongStale(int seconds) =>
        this with
        {
            RevalidateSeconds = Math.Min(RevalidateSeconds, seconds),
            ErrorSeconds = Math.Min(ErrorSeconds, seconds),
        };

    public void Apply(IHeaderDictionary headers)
    {
        headers["CDN-Cache-Control"] = string.Create(
            CultureInfo.InvariantCulture,
            $"max-age={SharedSeconds}, stale-while-revalidate={RevalidateSeconds}, stale-if-error={ErrorSeconds}"
        );
        headers.CacheControl = string.Create(
            CultureInfo.InvariantCulture,
            $"public, max-age={BrowserSeconds}"
        );
    }
}
