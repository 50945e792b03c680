namespace Weather.Model;

/// <summary>
/// The dew point over water by the Magnus formula, with the coefficients of O. A. Alduchov and R. E. Eskridge,
/// Improved Magnus form approximation of saturation vapor pressure, Journal of Applied Meteorology 35 (1996),
/// equation 21; made for −40…50 °C.
/// </summary>
public static class DewPoint
{
    private const double A = 17.625;
    private const double B = 243.04;

    /// <param name="temperature">°C at 2 m.</param>
    /// <param name="humidity">Relative humidity at 2 m, %.</param>
    /// <returns>°C; null when an input is missing or the air holds no water, which has no dew point.</returns>
    public static double? From(double? temperature, double? humidity)
    {
        if (temperature is not { } celsius || humidity is not > 0)
        {
            return null;
        }

        double gamma = Math.Log(humidity.Value / 100) + (A * celsius / (B + celsius));
        return B * gamma / (A - gamma);
    }
}
