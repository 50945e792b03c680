using System.Text;
using System.Text.RegularExpressions;
using Weather.Providers.Alerts;
using Xunit;

namespace Weather.Providers.Tests.Alerts;

/// <summary>Feeds damaged in every place, and feeds made to hurt: they may be refused, and nothing is ever thrown.</summary>
public sealed partial class HostileFeedTests
{
    public static TheoryData<string> Bodies => [CapBodies.Marrakech, CapBodies.Features, CapBodies.Warnings];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Cut_at_every_byte_is_refused(string body)
    {
        byte[] whole = Encoding.UTF8.GetBytes(body.Trim());

        for (int length = 0; length < whole.Length; length++)
        {
            Assert.Null(FeedReading.Bytes(whole.AsMemory(0, length)));
        }
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Every_byte_made_impossible_in_text_throws_nothing(string body)
    {
        byte[] whole = Encoding.UTF8.GetBytes(body);

        for (int index = 0; index < whole.Length; index++)
        {
            byte[] damaged = [.. whole];
            damaged[index] = 0xFF;
            Use(FeedReading.Bytes(damaged));
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("1e999")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[[[[[[]]]]]]")]
    [InlineData("\"9999-12-31T23:59:59-14:00\"")]
    public void Every_value_of_the_JSON_swapped_throws_nothing(string other)
    {
        int swapped = 0;
        foreach (string body in new[] { CapBodies.Features, CapBodies.Warnings })
        {
            foreach (Match value in ValuePattern().Matches(body))
            {
                Use(
                    FeedReading.Bytes(
                        Encoding.UTF8.GetBytes(
                            body.Remove(value.Index, value.Length).Insert(value.Index, other)
                        )
                    )
                );
                swapped++;
            }
        }

        Assert.True(swapped > 50);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1e999")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("<x/>")]
    [InlineData("&#x202E;")]
    public void Every_text_of_the_XML_swapped_throws_nothing(string other)
    {
        int swapped = 0;
        foreach (Match text in TextPattern().Matches(CapBodies.Marrakech))
        {
            string body = CapBodies.Marrakech.Remove(text.Index, text.Length).Insert(text.Index, other);
            Use(FeedReading.Bytes(Encoding.UTF8.GetBytes(body)));
            swapped++;
        }

        Assert.True(swapped > 30);
    }

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

    /// <summary>What was read must also be usable.</summary>
    private static void Use(FeedBody? body)
    {
        if (body is not null)
        {
            _ = new AlertFeed
            {
                Messages = body.Messages,
                FetchedAt = FeedReading.Noon,
                ExpiresAt = FeedReading.Noon,
            }.In(FeedReading.Marrakech, [], FeedReading.Noon);
        }
    }

    [GeneratedRegex(
        "(?<=[:\\[,]\\s*)(-?[0-9]+(\\.[0-9]+)?|\"[^\"]*\"(?!:))",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ValuePattern();

    [GeneratedRegex("(?<=>)[^<>]+(?=<)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TextPattern();
}
