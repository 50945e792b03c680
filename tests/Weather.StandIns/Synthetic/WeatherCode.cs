namespace Weather.StandIns.Synthetic;

/// <summary>The WMO code that Open-Meteo would give, by the thresholds of its server (WeatherCode.swift).</summary>
internal static class WeatherCode
{
    /// <param name="cloud">Per cent, at the end of the hour.</param>
    /// <param name="rain">Millimetres in the hour, showers included.</param>
    /// <param name="snow">Centimetres in the hour.</param>
    /// <param name="visibility">Metres, at the end of the hour.</param>
    /// <param name="convective">Whether what falls are showers.</param>
    /// <param name="thunder">0 to 100; lightning from 60, hail above 85.</param>
    public static int Of(
        double cloud,
        double rain,
        double snow,
        double visibility,
        bool convective,
        double thunder
    ) =>
        (convective, thunder, snow, rain) switch
        {
            (_, > 85, _, > 0) => 96,
            (_, >= 60, _, > 0) => 95,
            (true, _, >= 0.8, _) => 86,
            (true, _, >= 0.01, _) => 85,
            (_, _, >= 0.8, _) => 75,
            (_, _, >= 0.2, _) => 73,
            (_, _, >= 0.01, _) => 71,
            (true, _, _, >= 7.6) => 82,
            (true, _, _, >= 2.5) => 81,
            (true, _, _, >= 1.3) => 80,
            (_, _, _, >= 7.6) => 65,
            (_, _, _, >= 2.5) => 63,
            (_, _, _, >= 1.3) => 61,
            (_, _, _, >= 1.0) => 55,
            (_, _, _, >= 0.5) => 53,
            (_, _, _, >= 0.01) => 51,
            _ when visibility <= 1000 => 45,
            _ => cloud switch
            {
                < 20 => 0,
                < 50 => 1,
                < 80 => 2,
                _ => 3,
            },
        };
}
