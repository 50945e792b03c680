using System.Text;
using Xunit;

namespace Weather.Providers.Tests.MetNorway;

/// <summary>One body, damaged in every place: the adapter may refuse, and never throws.</summary>
public sealed class HostileBodyTests
{
    [Fact]
    public void Cut_at_every_byte_is_refused()
    {
        byte[] whole = Encoding.UTF8.GetBytes(MetReading.Oslo.TrimEnd());

        for (int length = 0; length < whole.Length; length++)
        {
            Assert.IsType<ProviderResult.Refused>(MetReading.Bytes(whole.AsMemory(0, length)));
        }
    }

    [Theory]
    [MemberData(nameof(Damage.Others), MemberType = typeof(Damage))]
    public void Every_number_swapped_gives_a_result(string other) =>
        Assert.All(
            Damage.NumbersSwapped(MetReading.Oslo, other),
            body => Assert.NotNull(MetReading.Json(body))
        );

    [Fact]
    public void Every_key_dropped_gives_a_result() =>
        Assert.All(Damage.KeysDropped(MetReading.Oslo), body => Assert.NotNull(MetReading.Json(body)));

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"9999-12-31T23:00:00Z\"")]
    [InlineData("\"-9998-01-01T00:00:00Z\"")]
    [InlineData("\"\\u0000\"")]
    public void Every_text_swapped_gives_a_result(string other) =>
        Assert.All(
            Damage.TextsSwapped(MetReading.Oslo, other),
            body => Assert.NotNull(MetReading.Json(body))
        );

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("0")]
    [InlineData("{\"properties\":[1,2,3]}")]
    [InlineData("{\"geometry\":{\"coordinates\":[10.7522]},\"properties\":{\"timeseries\":7}}")]
    [InlineData("{\"geometry\":{\"coordinates\":[10.7522,59.9139]},\"properties\":{\"timeseries\":[]}}")]
    [InlineData(
        "{\"geometry\":{\"coordinates\":[10.7522,59.9139]},\"properties\":{\"timeseries\":[0,null,{},[]]}}"
    )]
    public void Other_shapes_are_refused(string body) =>
        Assert.IsType<ProviderResult.Refused>(MetReading.Json(body));

    [Fact]
    public void Text_that_is_no_text_is_refused()
    {
        string half = MetReading.Oslo.Replace("clearsky_night", "\\ud800", StringComparison.Ordinal);
        byte[] bytes = Encoding.UTF8.GetBytes(MetReading.Oslo);
        bytes[MetReading.Oslo.IndexOf("clearsky_night", StringComparison.Ordinal)] = 0xFF;

        Assert.IsType<ProviderResult.Refused>(MetReading.Json(half));
        Assert.IsType<ProviderResult.Refused>(MetReading.Bytes(bytes));
        Assert.IsType<ProviderResult.Success>(
            MetReading.Json(
                MetReading.Oslo.Replace("clearsky_night", "clearsky\\u005fnight", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public void Nesting_deeper_than_16_is_refused()
    {
        string deep = new string('[', 100_000) + new string(']', 100_000);
        string nested = string.Concat(Enumerable.Repeat("{\"a\":", 16)) + "1" + new string('}', 16);

        Assert.IsType<ProviderResult.Refused>(MetReading.Json(deep));
        Assert.IsType<ProviderResult.Success>(
            MetReading.Json(MetReading.Oslo.Insert(1, $"\"x\":{nested[5..^1]},"))
        );
        Assert.IsType<ProviderResult.Refused>(MetReading.Json(MetReading.Oslo.Insert(1, $"\"x\":{nested},")));
    }
}
