using NodaTime;
using Weather.Model;
using Weather.Providers.Conditions;

namespace Weather.Providers.Sample;

/// <summary>
/// Plausible and deterministic: the same point and hour always have the same weather. Climate by latitude and season, the day's course
/// by solar time, and a slow wave of fronts that brings cloud, rain and wind together.
/// </summary>
internal sealed class SampleWeather(GeoPoint point)
{
    /// <summary>WMO codes from dry to wet; how far the front has come decides.</summary>
    private static readonly int[] WetCodes = [51, 61, 80, 63, 95];

    /// <summary>The same, where it is cold enough to snow.</summary>
    private static readonly int[] SnowCodes = [71, 71, 85, 73, 75];

    public Hour At(Instant hour)
    {
        double days = hour.ToUnixTimeSeconds() / 86_400.0;
        double solarHour = ((days * 24) + (point.Longitude / 15)) % 24;
        double season = Math.Cos(2 * Math.PI * (days - (point.Latitude >= 0 ? 200 : 17)) / 365.25);
        double tropics = Math.Cos(double.DegreesToRadians(point.Latitude));
        double front = Front(days);
        double wetness = Math.Max(0, (front - 0.55) / 0.45);
        double cloud = Math.Clamp(front * 110, 0, 100);

        double temperature =
            (38 * tropics)
            - 10
            + (season * (4 + (16 * (1 - tropics))))
            + ((5 - (3 * front)) * Math.Cos(2 * Math.PI * (solarHour - 15) / 24))
            - (3 * front);
        double humidity = Math.Clamp(
            45 + (40 * front) - (12 * Math.Cos(2 * Math.PI * (solarHour - 15) / 24)),
            15,
            100
        );
        double wind = 2 + (6 * front) + Math.Sin(days * 9.1);
        double sun = Math.Max(0, Math.Cos(2 * Math.PI * (solarHour - 12) / 24));
        double feels = ApparentTemperature.From(temperature, humidity, wind) ?? temperature;
        return new Hour
        {
            Condition = SkyLevel.Apply(ConditionMap.FromWmo(Code(wetness, temperature)), cloud),
            Temperature = temperature,
            ApparentTemperature = feels,
            Humidity = humidity,
            DewPoint = DewPoint.From(temperature, humidity),
            Precipitation = wetness > 0 ? Math.Round(4 * wetness * wetness, 1) : 0,
            PrecipitationProbability = Math.Clamp((front - 0.3) * 130, 0, 100),
            WindSpeed = Math.Max(0.5, wind),
            WindGust = Math.Max(1, wind * 1.7),
            WindDirection = (((days * 40) + (point.Longitude * 3)) % 360 + 360) % 360,
            CloudCover = cloud,
            UvIndex = 11 * tropics * sun * (0.65 + (0.35 * season)) * (1 - (0.6 * front)),
        };
    }

    /// <summary>0 clear to 1 wet; three waves of different length, shifted by the place.</summary>
    private double Front(double days)
    {
        double shift = (point.Latitude * 0.37) + (point.Longitude * 0.11);
        double wave =
            Math.Sin((days / 1.9) + shift)
            + (0.7 * Math.Sin((days / 0.83) + (2 * shift)))
            + (0.4 * Math.Sin(days * 5));
        return Math.Clamp(0.42 + (wave * 0.28), 0, 1);
    }

    private static int Code(double wetness, double temperature)
    {
        if (wetness <= 0)
        {
            return 0;
        }

        int step = (int)Math.Min(4, wetness * 5);
        return (temperature < 1 ? SnowCodes : WetCodes)[step];
    }
}
