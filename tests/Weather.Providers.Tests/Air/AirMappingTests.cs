using System.Net;
using NodaTime;
using Weather.Model;
using Weather.Providers.Air;
using Xunit;

namespace Weather.Providers.Tests.Air;

/// <summary>What an answer about the air becomes, and which answers are not believed.</summary>
public sealed class AirMappingTests
{
    [Fact]
    public void Hours_keep_their_values_and_a_tail_without_values_is_cut_off()
    {
        AirQuality air = Assert.IsType<AirQualityResult.Success>(AirReading.Json(AirReading.Marrakech)).Air;

        Assert.Equal(AirReading.Start, air.Start);
        Assert.Equal(
            [new AirHour(42, 8.3, 21.7), new AirHour(57, 14.2, 61.0), new AirHour(null, 9.0, 30.5)],
            air.Hours
        );
    }

    [Fact]
    public void Source_has_a_credit_of_its_own()
    {
        AirQuality air = Assert.IsType<AirQualityResult.Success>(AirReading.Json(AirReading.Marrakech)).Air;

        Assert.Equal("CAMS ENSEMBLE data provider / Open-Meteo", air.Source.Attribution.Text);
        Assert.Equal("CC BY 4.0", air.Source.Attribution.Licence);
        Assert.Equal(AirReading.Start, air.Source.FetchedAt);
        Assert.True(air.Source.ExpiresAt > air.Source.FetchedAt);
    }

    [Fact]
    public void Swapped_coordinates_are_refused()
    {
        AirQualityResult result = AirReading.Json(AirReading.Marrakech, GeoPoint.Create(-8, 31.6));

        Assert.Equal(RefusalKind.WrongPlace, Assert.IsType<AirQualityResult.Refused>(result).Kind);
    }

    [Theory]
    [InlineData("[42,57,null,null]", "[-1,57,null,null]")]
    [InlineData("[8.3,14.2,9.0,null]", "[8.3,-14.2,9.0,null]")]
    [InlineData("[21.7,61.0,30.5,null]", "[21.7,1e300,30.5,null]")]
    public void Impossible_value_poisons_the_answer(string column, string impossible)
    {
        AirQualityResult result = AirReading.Json(
            AirReading.Marrakech.Replace(column, impossible, StringComparison.Ordinal)
        );

        Assert.Equal(RefusalKind.Poisoned, Assert.IsType<AirQualityResult.Refused>(result).Kind);
    }

    [Fact]
    public void Nothing_but_null_is_refused()
    {
        string empty = AirReading
            .Marrakech.Replace("[42,57,null,null]", "[null,null,null,null]", StringComparison.Ordinal)
            .Replace("[8.3,14.2,9.0,null]", "[null,null,null,null]", StringComparison.Ordinal)
            .Replace("[21.7,61.0,30.5,null]", "[null,null,null,null]", StringComparison.Ordinal);

        AirQualityResult result = AirReading.Json(empty);

        Assert.Equal(RefusalKind.Poisoned, Assert.IsType<AirQualityResult.Refused>(result).Kind);
    }

    [Fact]
    public void Another_index_is_not_taken_for_the_European_one()
    {
        string other = AirReading.Marrakech.Replace("european_aqi", "us_aqi", StringComparison.Ordinal);
        string part = AirReading.Marrakech.Replace(
            "european_aqi",
            "european_aqi_pm10",
            StringComparison.Ordinal
        );

        Assert.All(Hours(other).Concat(Hours(part)), hour => Assert.Null(hour.EuropeanIndex));
    }

    [Fact]
    public void Answer_that_ends_before_now_is_refused()
    {
        AirQualityResult result = AirReading.Json(
            AirReading.Marrakech,
            now: AirReading.Start + Duration.FromHours(3)
        );

        Assert.Equal(RefusalKind.Poisoned, Assert.IsType<AirQualityResult.Refused>(result).Kind);
    }

    [Theory]
    [InlineData(
        429,
        "Hourly API request limit exceeded. Please try again in the next hour.",
        RefusalKind.OverQuota
    )]
    [InlineData(400, "No data is available for this location", RefusalKind.NotCovered)]
    [InlineData(400, "Data corrupted at path ''.", RefusalKind.ContractBroken)]
    [InlineData(403, "Forbidden", RefusalKind.Forbidden)]
    [InlineData(503, "The service is overloaded", RefusalKind.Failing)]
    public void Error_is_a_typed_refusal(int status, string reason, RefusalKind kind)
    {
        AirQualityResult result = AirReading.Json(
            $$"""{"error":true,"reason":"{{reason}}"}""",
            status: (HttpStatusCode)status
        );

        AirQualityResult.Refused refused = Assert.IsType<AirQualityResult.Refused>(result);
        Assert.Equal(kind, refused.Kind);
        Assert.DoesNotContain(reason, refused.Detail, StringComparison.Ordinal);
        Assert.Equal(
            kind == RefusalKind.OverQuota ? AirReading.Start + Duration.FromHours(1) : null,
            refused.RetryAt
        );
    }

    private static IReadOnlyList<AirHour> Hours(string json) =>
        Assert.IsType<AirQualityResult.Success>(AirReading.Json(json)).Air.Hours;
}
