using NodaTime;
using Weather.Model;
using Xunit;

namespace Weather.Providers.Tests.MetNorway;

/// <summary>Answers of the right form that cannot be true, or are for somewhere else.</summary>
public sealed class ValidationTests
{
    [Theory]
    [InlineData("[10.7522,59.9139,23]", "[59.9139,10.7522,23]")]
    [InlineData("[10.7522,59.9139,23]", "[10.7642,59.9139,23]")]
    [InlineData("[10.7522,59.9139,23]", "[10.7522,59.9019,23]")]
    [InlineData("[10.7522,59.9139,23]", "[-10.7522,59.9139]")]
    public void Answer_for_another_place_is_refused(string part, string other) =>
        AssertRefused(
            RefusalKind.WrongPlace,
            MetReading.Json(MetReading.Oslo.Replace(part, other, StringComparison.Ordinal))
        );

    [Fact]
    public void Point_across_the_date_line_is_the_same_point()
    {
        string body = MetReading.Oslo.Replace("[10.7522,", "[180,", StringComparison.Ordinal);

        Assert.IsType<ProviderResult.Success>(MetReading.Json(body, GeoPoint.Create(59.9139, -180)));
    }

    [Theory]
    [InlineData("\"air_temperature\":1.5", "\"air_temperature\":61")]
    [InlineData("\"air_temperature\":1.5", "\"air_temperature\":-91")]
    [InlineData("\"air_temperature_max\":2.0", "\"air_temperature_max\":274.6")]
    public void Impossible_temperature_is_refused(string value, string other) =>
        AssertRefused(
            RefusalKind.Poisoned,
            MetReading.Json(MetReading.Oslo.Replace(value, other, StringComparison.Ordinal))
        );

    [Fact]
    public void Answer_that_ends_before_now_is_refused() =>
        AssertRefused(
            RefusalKind.Poisoned,
            MetReading.Json(MetReading.Oslo, now: MetReading.Start + Duration.FromHours(22))
        );

    [Fact]
    public void No_data_at_the_place_is_not_covered() =>
        AssertRefused(
            RefusalKind.NotCovered,
            MetReading.Json(
                """{"type":"Feature","properties":{"meta":{"error":"no data at the given location"},"timeseries":[]}}"""
            )
        );

    private static void AssertRefused(RefusalKind kind, ProviderResult result) =>
        Assert.Equal(kind, Assert.IsType<ProviderResult.Refused>(result).Kind);
}
