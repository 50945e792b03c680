namespace Weather.Model;

/// <summary>
/// What the air feels like in the shade: R. G. Steadman, Norms of apparent temperature in Australia, Australian
/// Meteorological Magazine 43 (1994), the version without radiation that the Bureau of Meteorology publishes under
/// "Thermal comfort observations".
/// </summary>
public static class ApparentTemperature
{
    /// <param name="temperature">°C at 2 m.</param>
    /// <param name="humidity">Relative humidity at 2 m, %.</param>
    /// <param name="windSpeed">m/s at 10 m.</param>
    /// <returns>°C; null when an input is missing.</returns>
    public static double? From(double? temperature, double? humidity, double? windSpeed)
    {
        double? exponent = 17.27 * temperature / (237.7 + temperature);
        double? vapourPressure = exponent is { } x ? humidity / 100 * 6.105 * Math.Exp(x) : null;
        return temperature + (0.33 * vapourPressure) - (0.70 * windSpeed) - 4.00;
    }
}
