using Weather.Providers.OpenMeteo;
using Xunit;

namespace Weather.Providers.Tests.Budget;

/// <summary>The figures of Open-Meteo's own test (OutputformatTests.swift, apiWeight), and what we ask.</summary>
public sealed class OpenMeteoWeightTests
{
    /// <summary>2000-01-01 to 2021-01-01.</summary>
    private const int TwentyOneYears = 7_671;

    [Theory]
    [InlineData(1, TwentyOneYears, 54.79286)]
    [InlineData(2, TwentyOneYears, 109.58572)]
    [InlineData(1, 7, 1)]
    [InlineData(2, 7, 1)]
    [InlineData(15, 7, 1.5)]
    [InlineData(30, 7, 3)]
    [InlineData(10, 14, 1)]
    [InlineData(28, 7, 2.8)]
    public void Weight_is_that_of_the_server(int variables, int days, double weight) =>
        Assert.Equal(weight, OpenMeteoWeight.Of(variables, days), tolerance: 1e-5);

    [Fact]
    public void Places_in_one_request_are_no_cheaper() =>
        Assert.Equal(20, OpenMeteoWeight.Of(10, 14, places: 20));

    [Fact]
    public void Our_question_weighs_one() => Assert.Equal(1, OpenMeteoProvider.Weight);
}
