using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Weather.Providers.Tests.OpenMeteo;

/// <summary>One body, damaged in every place: the adapter may refuse, and never throws.</summary>
public sealed partial class HostileBodyTests
{
    [Fact]
    public void Cut_at_every_byte_is_refused()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Reading.Marrakech.TrimEnd());

        for (int length = 0; length < whole.Length; length++)
        {
            Assert.IsType<ProviderResult.Refused>(Reading.Bytes(whole.AsMemory(0, length)));
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("1e999")]
    [InlineData("-1e308")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Every_number_swapped_gives_a_result(string other)
    {
        int swapped = 0;
        foreach (Match number in NumberPattern().Matches(Reading.Marrakech))
        {
            string body = string.Concat(
                Reading.Marrakech.AsSpan(0, number.Index),
                other,
                Reading.Marrakech.AsSpan(number.Index + number.Length)
            );
            Assert.NotNull(Reading.Json(body));
            swapped++;
        }

        Assert.True(swapped > 100);
    }

    [Fact]
    public void Every_key_dropped_gives_a_result()
    {
        int dropped = 0;
        foreach (Match key in KeyPattern().Matches(Reading.Marrakech))
        {
            string body = Reading.Marrakech.Remove(key.Index, key.Length).Insert(key.Index, "\"unknown\":");
            Assert.NotNull(Reading.Json(body));
            dropped++;
        }

        Assert.True(dropped > 25);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("[[[[]]]]")]
    [InlineData("null")]
    [InlineData("0")]
    [InlineData("{\"hourly\":[1,2,3]}")]
    [InlineData("{\"latitude\":31.6,\"longitude\":-8,\"timezone\":\"GMT\",\"hourly\":7,\"daily\":\"x\"}")]
    public void Other_shapes_are_refused(string body) =>
        Assert.IsType<ProviderResult.Refused>(Reading.Json(body));

    [Fact]
    public void Deep_nesting_is_refused()
    {
        string deep = new string('[', 100_000) + new string(']', 100_000);

        Assert.IsType<ProviderResult.Refused>(Reading.Json(deep));
    }

    [GeneratedRegex(
        @"(?<=[:\[,])-?[0-9]+(\.[0-9]+)?",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NumberPattern();

    [GeneratedRegex("\"[a-z_0-9]+\":", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyPattern();
}
