using System.Text;
using System.Text.RegularExpressions;
using Weather.Providers.Alerts;
using Xunit;

namespace Weather.Providers.Tests.Alerts;

/// <summary>Feeds damaged in every place: they may be refused, and nothing is ever thrown.</summary>
public sealed partial class DamagedFeedTests
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
