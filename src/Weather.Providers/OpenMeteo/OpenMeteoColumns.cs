namespace Weather.Providers.OpenMeteo;

/// <summary>The columns of an hourly block in SI, each as long as its times; a value outside what the quantity can be is null.</summary>
internal sealed class OpenMeteoColumns(OpenMeteoBlock block)
{
    public double?[] Temperature { get; } = block.Column(OpenMeteoVariables.Temperature);

    public double?[] ApparentTemperature { get; } =
        block.Column(OpenMeteoVariables.ApparentTemperature, -120, 90);

    public double?[] Humidity { get; } = block.Column(OpenMeteoVariables.Humidity, 0, 100);

    public double?[] DewPoint { get; } = block.Column(OpenMeteoVariables.DewPoint, -110, 50);

    public double?[] Precipitation { get; } = block.Column(OpenMeteoVariables.Precipitation, 0, 500);

    public double?[] PrecipitationProbability { get; } =
        block.Column(OpenMeteoVariables.PrecipitationProbability, 0, 100);

    public double?[] WeatherCode { get; } = block.Column(OpenMeteoVariables.WeatherCode, 0, 99);

    public double?[] CloudCover { get; } = block.Column(OpenMeteoVariables.CloudCover, 0, 100);

    public double?[] WindSpeed { get; } = block.Column(OpenMeteoVariables.WindSpeed, 0, 150);

    public double?[] WindDirection { get; } = block.Column(OpenMeteoVariables.WindDirection, 0, 360);

    public double?[] WindGusts { get; } = block.Column(OpenMeteoVariables.WindGusts, 0, 150);

    public double?[] Pressure { get; } = block.Column(OpenMeteoVariables.Pressure, 850, 1100);

    public double?[] Visibility { get; } = block.Column(OpenMeteoVariables.Visibility, 0, 1_000_000);

    public double?[] UvIndex { get; } = block.Column(OpenMeteoVariables.UvIndex, 0, 30);
}
