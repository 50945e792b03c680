using System.Text;
using NodaTime;
using Weather.Providers.Refresh;
using Weather.StandIns.OpenMeteo;
using Xunit;

namespace Weather.Providers.Tests.Refresh;

/// <summary>Metadata are believed only when they can be true.</summary>
public sealed class ModelRunReaderTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 10, 0);
    private static readonly string Good = new ModelMetadata(
        (Now - Duration.FromHours(4)).ToUnixTimeSeconds(),
        (Now - Duration.FromMinutes(30)).ToUnixTimeSeconds(),
        21_600
    ).ToJson();

    [Fact]
    public void Run_has_its_start_its_availability_and_its_interval() =>
        Assert.Equal(
            new ModelRun(
                "dwd_icon",
                Now - Duration.FromHours(4),
                Now - Duration.FromMinutes(30),
                Duration.FromHours(6)
            ),
            Read(Good)
        );

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("<html>")]
    [InlineData("""{"last_run_initialisation_time":1,"last_run_availability_time":2}""")]
    public void Anything_else_is_nothing(string body) => Assert.Null(Read(body));

    [Theory]
    [InlineData("21600", "0")]
    [InlineData("21600", "null")]
    [InlineData("21600", "1e999")]
    [InlineData("21600", "\"6h\"")]
    [InlineData("\"last_run_availability_time\":1", "\"last_run_availability_time\":9")]
    public void Impossible_value_is_nothing(string was, string value) =>
        Assert.Null(Read(Good.Replace(was, value, StringComparison.Ordinal)));

    [Fact]
    public void Body_that_is_cut_anywhere_is_nothing()
    {
        for (int length = 0; length < Good.Length - 1; length++)
        {
            Assert.Null(Read(Good[..length]));
        }
    }

    private static ModelRun? Read(string body) =>
        ModelRunReader.Read("dwd_icon", Encoding.UTF8.GetBytes(body), Now);
}
