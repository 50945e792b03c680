using System.Text;
using NodaTime;
using Weather.Model;
using Weather.Providers.Alerts;

namespace Weather.Providers.Tests.Alerts;

/// <summary>Our own feeds, through the same function that reads those of the wire.</summary>
internal static class FeedReading
{
    public static readonly GeoPoint Marrakech = GeoPoint.Create(31.63416, -7.99994);

    public static readonly Instant Noon = Instant.FromUtc(2026, 11, 24, 12, 0);

    public static FeedBody? Bytes(ReadOnlyMemory<byte> body) =>
        FeedReader.Read(body, new Uri("https://feeds.example/feed"));

    /// <summary>All messages as one feed, read at noon.</summary>
    public static AlertFeed Feed(params string[] bodies) =>
        new()
        {
            Messages = [.. bodies.SelectMany(body => Bytes(Encoding.UTF8.GetBytes(body))!.Messages)],
            FetchedAt = Noon,
            ExpiresAt = Noon + AlertFeeds.LeastInterval,
        };

    /// <returns>What the feed says for Marrakech at noon.</returns>
    public static IReadOnlyList<WeatherAlert>? Said(params string[] bodies) =>
        Feed(bodies).In(Marrakech, [], Noon);
}
