namespace Weather.Model.Tests;

using Xunit;

public sealed class DewPointTests
{
    [Theory]
    [InlineData(-20)]
    [InlineData(0)]
    [InlineData(35)]
    public void Saturated_air_is_at_its_dew_point(double temperature)
    {
        Assert.Equal(temperature, DewPoint.From(temperature, 100)!.Value, 0.000001);
    }

    [Theory]
    // Worked out apart from this code, by γ = ln(rh/100) + 17.625 t / (243.04 + t), dew point = 243.04 γ / (17.625 − γ).
    [InlineData(20, 50, 9.2611)]
    [InlineData(30, 20, 4.5957)]
    [InlineData(-5, 60, -11.5707)]
    public void Value_follows_the_formula(double temperature, double humidity, double expected)
    {
        Assert.Equal(expected, DewPoint.From(temperature, humidity)!.Value, 0.0005);
    }

    [Theory]
    [InlineData(null, 50.0)]
    [InlineData(20.0, null)]
    [InlineData(20.0, 0.0)]
    [InlineData(20.0, -1.0)]
    [InlineData(20.0, double.NaN)]
    public void Value_is_missing_when_an_input_is_or_the_air_is_dry(double? temperature, double? humidity)
    {
        Assert.Null(DewPoint.From(temperature, humidity));
    }
}
