namespace Weather.Model;

/// <summary>
/// The bands of the European air quality index as Open-Meteo scales it: good to 20, fair to 40, moderate to 60, poor to 80, very
/// poor to 100, extremely poor above (open-meteo.com/en/docs/air-quality-api).
/// </summary>
public static class EuropeanAirQualityIndex
{
    /// <returns>1 (good) to 6 (extremely poor).</returns>
    public static int Level(double index) =>
        index switch
        {
            <= 20 => 1,
            <= 40 => 2,
            <= 60 => 3,
            <= 80 => 4,
            <= 100 => 5,
            _ => 6,
        };
}
