using Weather.Model;
using Weather.Providers.Conditions;
using Xunit;

namespace Weather.Providers.Tests.Conditions;

/// <summary>Codes to conditions: total, with no code of the table left out.</summary>
public sealed class ConditionMapTests
{
    [Fact]
    public void Every_code_of_the_WMO_table_has_a_condition()
    {
        Assert.All(Enumerable.Range(0, 100), code => Assert.NotNull(ConditionMap.FromWmo(code)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Code_that_nobody_published_is_missing(int code) => Assert.Null(ConditionMap.FromWmo(code));

    [Theory]
    [InlineData(0, "clear")]
    [InlineData(2, "partly_cloudy")]
    [InlineData(48, "fog-freezing")]
    [InlineData(51, "drizzle-1")]
    [InlineData(67, "rain-freezing-3")]
    [InlineData(77, "snow-grains-1")]
    [InlineData(82, "rain-showers-3")]
    [InlineData(86, "snow-showers-3")]
    [InlineData(95, "thunder-2")]
    [InlineData(99, "thunder-hail-3")]
    public void Code_means_what_the_table_says(int wmo, string code) =>
        Assert.Equal(code, ConditionMap.FromWmo(wmo)!.Value.Code);

    [Fact]
    public void Worse_weather_has_higher_severity()
    {
        int[] order = [0, 1, 2, 3, 45, 51, 61, 63, 65, 75, 95, 99];
        int[] severities = [.. order.Select(code => ConditionMap.FromWmo(code)!.Value.Severity)];

        Assert.Equal(severities.Order(), severities);
    }

    [Theory]
    [InlineData(0, ConditionKind.Clear)]
    [InlineData(19.9, ConditionKind.Clear)]
    [InlineData(20, ConditionKind.MostlyClear)]
    [InlineData(50, ConditionKind.PartlyCloudy)]
    [InlineData(80, ConditionKind.Cloudy)]
    [InlineData(100, ConditionKind.Cloudy)]
    public void Cloud_cover_sets_the_sky_level(double percent, ConditionKind kind) =>
        Assert.Equal(kind, SkyLevel.Apply(ConditionMap.FromWmo(2), percent)!.Value.Kind);

    [Fact]
    public void Cloud_cover_leaves_weather_alone_and_invents_none()
    {
        Assert.Equal(ConditionKind.Rain, SkyLevel.Apply(ConditionMap.FromWmo(61), 10)!.Value.Kind);
        Assert.Null(SkyLevel.Apply(null, 100));
    }

    /// <summary>The 41 symbols of github.com/metno/weathericons, two of them also as they should be written.</summary>
    public static TheoryData<string> Symbols =>
        [
            "clearsky",
            "fair",
            "partlycloudy",
            "cloudy",
            "fog",
            .. new[] { "rain", "sleet", "snow" }.SelectMany(kind =>
                new[] { "light", "", "heavy" }.SelectMany(strength =>
                    new[] { "", "showers", "andthunder", "showersandthunder" }.Select(more =>
                        $"{strength}{kind}{more}"
                    )
                )
            ),
            "lightssleetshowersandthunder",
            "lightssnowshowersandthunder",
        ];

    [Theory]
    [MemberData(nameof(Symbols))]
    public void Every_symbol_of_MET_has_a_condition_with_and_without_its_suffix(string symbol)
    {
        Condition? condition = ConditionMap.FromMetNorway(symbol);

        Assert.NotNull(condition);
        Assert.All(
            new[] { "_day", "_night", "_polartwilight" },
            suffix => Assert.Equal(condition, ConditionMap.FromMetNorway(symbol + suffix))
        );
    }

    [Theory]
    [InlineData("partlycloudy_polartwilight", "partly_cloudy")]
    [InlineData("heavysleetshowersandthunder_day", "sleet-showers-thunder-3")]
    [InlineData("lightssnowshowersandthunder_night", "snow-showers-thunder-1")]
    [InlineData("lightsnowshowersandthunder_night", "snow-showers-thunder-1")]
    [InlineData("rain", "rain-2")]
    [InlineData("fog", "fog")]
    public void Symbol_of_MET_means_what_the_table_says(string symbol, string code) =>
        Assert.Equal(code, ConditionMap.FromMetNorway(symbol)!.Value.Code);

    [Theory]
    [InlineData("")]
    [InlineData("_day")]
    [InlineData("Rain")]
    [InlineData("rain_evening")]
    [InlineData("rain_day_night")]
    [InlineData("rainofcats")]
    [InlineData("61")]
    public void Symbol_that_nobody_published_is_missing(string symbol) =>
        Assert.Null(ConditionMap.FromMetNorway(symbol));
}
