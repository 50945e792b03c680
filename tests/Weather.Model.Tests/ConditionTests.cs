namespace Weather.Model.Tests;

using Xunit;

public sealed class ConditionTests
{
    [Theory]
    [InlineData(ConditionKind.Clear, 0, ConditionFlags.None, "clear")]
    [InlineData(ConditionKind.MostlyClear, 0, ConditionFlags.None, "mostly_clear")]
    [InlineData(ConditionKind.PartlyCloudy, 0, ConditionFlags.None, "partly_cloudy")]
    [InlineData(ConditionKind.Rain, 2, ConditionFlags.None, "rain-2")]
    [InlineData(
        ConditionKind.Rain,
        3,
        ConditionFlags.Showers | ConditionFlags.Thunder,
        "rain-showers-thunder-3"
    )]
    [InlineData(ConditionKind.Drizzle, 1, ConditionFlags.Freezing, "drizzle-freezing-1")]
    [InlineData(ConditionKind.Snow, 0, ConditionFlags.Drifting, "snow-drifting")]
    [InlineData(ConditionKind.Dust, 2, ConditionFlags.Thunder, "dust-thunder-2")]
    public void Code_names_kind_flags_and_intensity(
        ConditionKind kind,
        int intensity,
        ConditionFlags flags,
        string code
    )
    {
        Assert.Equal(code, new Condition(kind, intensity, flags).Code);
    }

    [Fact]
    public void Code_of_a_thunderstorm_does_not_say_thunder_twice()
    {
        var condition = new Condition(ConditionKind.Thunder, 2, ConditionFlags.Hail | ConditionFlags.Thunder);

        Assert.Equal("thunder-hail-2", condition.Code);
    }

    [Fact]
    public void Code_says_every_flag_in_one_order()
    {
        ConditionFlags all = Enum.GetValues<ConditionFlags>().Aggregate((flags, flag) => flags | flag);

        Assert.Equal(
            "rain-freezing-showers-grains-pellets-drifting-dust-hail-thunder-1",
            new Condition(ConditionKind.Rain, 1, all).Code
        );
    }

    [Fact]
    public void Codes_of_the_kinds_differ_and_are_plain_ascii()
    {
        string[] codes = [.. Enum.GetValues<ConditionKind>().Select(kind => new Condition(kind).Code)];

        Assert.Equal(codes.Length, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(codes, code => Assert.Matches("^[a-z_]+$", code));
    }

    [Fact]
    public void Code_does_not_show_the_severity()
    {
        Assert.Equal(
            new Condition(ConditionKind.Fog).Code,
            new Condition(ConditionKind.Fog, Severity: 45).Code
        );
    }
}
