namespace Weather.Providers.Air;

/// <summary>The variables that we know. Three over five days: one call weighs 1, the least there is.</summary>
internal static class OpenMeteoAirVariables
{
    public const string EuropeanIndex = "european_aqi";
    public const string Pm25 = "pm2_5";
    public const string Pm10 = "pm10";

    public static readonly string Asked = string.Join(',', EuropeanIndex, Pm25, Pm10);
}
