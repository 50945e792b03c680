namespace Weather.Model.Tests;

using Xunit;

public sealed class ApparentTemperatureTests
{
    [Theory]
    // Worked out apart from this code, by AT = Ta + 0.33 e − 0.70 ws − 4.00; at 0 °C and 100 % e is 6.105 hPa.
    [InlineData(0, 100, 0, -1.98535)]
    [InlineData(0, 0, 0, -4)]
    [InlineData(0, 0, 10, -11)]
    [InlineData(30, 50, 5, 29.4774)]
    [InlineData(20, 80, 2, 20.7572)]
    [InlineData(-10, 70, 8, -18.9395)]
    public void Value_follows_the_formula(
        double temperature,
        double humidity,
        double windSpeed,
        double expected
    )
    {
        Assert.Equal(expected, ApparentTemperature.From(temperature, humidity, windSpeed)!.Value, 0.0005);
    }

    [Theory]
    [InlineData(null, 50.0, 5.0)]
    [InlineData(30.0, null, 5.0)]
    [InlineData(30.0, 50.0, null)]
    public void Value_is_missing_when_an_input_is(double? temperature, double? humidity, double? windSpeed)
    {
        Assert.Null(ApparentTemperature.From(temperature, humidity, windSpeed));
    }
}
