using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Weather.Providers.Air;
using Xunit;

namespace Weather.Providers.Tests.Air;

/// <summary>One body about the air, damaged in every place: the adapter may refuse, and never throws.</summary>
public sealed partial class AirHostileBodyTests
{
    [Fact]
    public void Cut_at_every_byte_is_refused()
    {
        byte[] whole = Encoding.UTF8.GetBytes(AirReading.Marrakech.TrimEnd());

        for (int length = 0; length < whole.Length; length++)
        {
            Assert.IsType<AirQualityResult.Refused>(Bytes(whole.AsMemory(0, length)));
        }
    }

    [Fact]
    public void Every_byte_made_impossible_in_text_gives_a_result()
    {
        byte[] whole = Encoding.UTF8.GetBytes(AirReading.Marrakech);

        for (int index = 0; index < whole.Length; index++)
        {
            byte[] damaged = [.. whole];
            damaged[index] = 0xFF;
            Assert.NotNull(Bytes(damaged));
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("1e999")]
    [InlineData("-1e308")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Every_value_swapped_gives_a_result(string other)
    {
        int swapped = 0;
        foreach (Match value in ValuePattern().Matches(AirReading.Marrakech))
        {
            Assert.NotNull(
                AirReading.Json(
                    AirReading.Marrakech.Remove(value.Index, value.Length).Insert(value.Index, other)
                )
            );
            swapped++;
        }

        Assert.True(swapped > 20);
    }

    [Fact]
    public void Every_key_dropped_gives_a_result()
    {
        int dropped = 0;
        foreach (Match key in KeyPattern().Matches(AirReading.Marrakech))
        {
            Assert.NotNull(
                AirReading.Json(
                    AirReading.Marrakech.Remove(key.Index, key.Length).Insert(key.Index, "\"unknown\":")
                )
            );
            dropped++;
        }

        Assert.True(dropped > 14);
    }

    private static AirQualityResult Bytes(ReadOnlyMemory<byte> body) =>
        OpenMeteoAirReader.Read(HttpStatusCode.OK, body, AirReading.MarrakechPoint, AirReading.Start);

    [GeneratedRegex(
        "(?<=[:\\[,])(-?[0-9]+(\\.[0-9]+)?|\"[^\"]*\"(?!:))",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ValuePattern();

    [GeneratedRegex("\"[a-z_0-9]+\":", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyPattern();
}
