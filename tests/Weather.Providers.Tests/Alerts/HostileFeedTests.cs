using System.Text;
using Xunit;

namespace Weather.Providers.Tests.Alerts;

/// <summary>Feeds made to hurt, and what is no feed at all.</summary>
public sealed class HostileFeedTests
{
    [Fact]
    public void Bomb_of_entities_is_refused_before_it_grows()
    {
        string bomb = $"""
            <?xml version="1.0"?>
            <!DOCTYPE alert [<!ENTITY a "aaaaaaaaaa">{string.Concat(
                Enumerable
                    .Range(0, 20)
                    .Select(k => $"<!ENTITY {(char)('b' + k)} \"{string.Concat(Enumerable.Repeat($"&{(char)('a' + k)};", 10))}\">")
            )}]>
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>&u;</identifier></alert>
            """;
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Null(FeedReading.Bytes(Encoding.UTF8.GetBytes(bomb)));

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public void External_entity_is_never_opened()
    {
        string secret = Path.Combine(Path.GetTempPath(), $"weather-{Guid.NewGuid():N}.txt");
        File.WriteAllText(secret, "secret");
        try
        {
            string xxe = CapBodies.Marrakech.Replace(
                "<alert ",
                $"<!DOCTYPE alert [<!ENTITY x SYSTEM \"{new Uri(secret)}\">]><alert ",
                StringComparison.Ordinal
            );
            string used = xxe.Replace("أمطار قوية", "&x;", StringComparison.Ordinal);

            Assert.Null(FeedReading.Bytes(Encoding.UTF8.GetBytes(used)));
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Theory]
    [InlineData("<a>", "</a>")]
    [InlineData("[", "]")]
    [InlineData("{\"warnings\":[", "]}")]
    public void Deep_nesting_is_refused(string open, string close) =>
        Assert.Null(
            FeedReading.Bytes(
                Encoding.UTF8.GetBytes(
                    string.Concat(Enumerable.Repeat(open, 50_000))
                        + string.Concat(Enumerable.Repeat(close, 50_000))
                )
            )
        );

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"warnings\":{}}")]
    [InlineData("{\"type\":\"FeatureCollection\"}")]
    [InlineData("{\"type\":\"Feature\",\"features\":[]}")]
    [InlineData("<html><head></head><body>Sign in</body></html>")]
    [InlineData("<alert><identifier>no namespace</identifier></alert>")]
    [InlineData("service unavailable")]
    public void Other_shapes_are_no_feed(string body) =>
        Assert.Null(FeedReading.Bytes(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("{\"warnings\":[]}")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[],\"lang\":\"no\"}")]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>calm</title></feed>")]
    [InlineData("<rss version=\"2.0\"><channel><title>calm</title></channel></rss>")]
    public void Calm_feed_is_a_feed_that_says_nothing(string body) => Assert.Empty(FeedReading.Said(body)!);
}
