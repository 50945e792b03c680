namespace Weather.StandIns.Synthetic;

/// <summary>
/// Made-up weather of one place: a climate by latitude and season, fronts that drift over it within days, and a day by local
/// solar time. A pure function of place and time.
/// </summary>
internal sealed class SyntheticWeather(double latitude, double longitude)
{
    /// <summary>Fronts are about this wide, and take about this long to pass.</summary>
    private const double FrontDegrees = 7;
    private const double FrontHours = 30;

    private readonly double _poleward = Math.Abs(Math.Sin(latitude * Math.PI / 180));

    public double Latitude { get; } = latitude;

    public double Longitude { get; } = longitude;

    /// <summary>Metres; low land almost everywhere.</summary>
    public double Elevation { get; } =
        Math.Round(15 + 300 * Math.Pow(Math.Max(0, Noise.At(1, latitude / 2, longitude / 2, 0)), 2));

    public SyntheticHour At(DateTimeOffset time)
    {
        DateTimeOffset middle = time.AddMinutes(-30);
        double temperature = Temperature(time);
        double cloud = Cloud(time);
        double humidity = Math.Clamp(
            60 + 34 * Wetness(time) - 1.1 * Daily(time) + 8 * Field(7, time, 10),
            12,
            99
        );
        double wind = Wind(time);
        double sun = Math.Max(0, Sun.Height(Latitude, Longitude, time));
        double sunBefore = Math.Max(0, Sun.Height(Latitude, Longitude, middle));
        double visibility = Visibility(humidity, wind, cloud);

        double fallen = Rate(middle);
        bool convective = Instability(middle) > 0.25;
        bool frozen = Temperature(middle) < 1;
        double thunder = !frozen && convective && fallen > 1.5 ? 40 + 70 * Instability(middle) : 0;
        double pressure = 1016 - 14 * Wetness(time) * (0.4 + _poleward) + 4 * Field(8, time, 60);
        double snow = frozen ? fallen * 0.7 : 0;

        return new SyntheticHour
        {
            Temperature = temperature,
            ApparentTemperature = Apparent(temperature, humidity, wind),
            DewPoint = DewPoint(temperature, humidity),
            Humidity = humidity,
            Probability = Probability(middle, fallen),
            Rain = frozen || convective ? 0 : fallen,
            Showers = !frozen && convective ? fallen : 0,
            Snowfall = snow,
            SnowDepth = Math.Max(0, -Season(time) * 0.03),
            Code = WeatherCode.Of(cloud, frozen ? 0 : fallen, snow, visibility, convective, thunder),
            Pressure = pressure,
            SurfacePressure = pressure * Math.Exp(-Elevation / 8400),
            Cloud = cloud,
            Visibility = visibility,
            Wind = wind,
            Gust = Math.Max(wind, Wind(time.AddHours(-1))) * (1.5 + 0.25 * Field(9, middle, 8)),
            WindDirection = Direction(time),
            ClearSkyUvIndex = 12 * Math.Pow(sun, 1.3),
            Sunshine = sunBefore > 0.05 ? 3600 * (1 - Cloud(middle) / 100) : 0,
            Radiation = 1000 * sunBefore * (1 - 0.7 * Cloud(middle) / 100),
            Cape = Math.Max(0, 1800 * Instability(time)),
            IsDay = Sun.Height(Latitude, Longitude, time) > 0,
        };
    }

    /// <summary>The same, and each hour for itself: no smoother than what weather services send on a showery day.</summary>
    public SyntheticHour UnsettledAt(DateTimeOffset time)
    {
        SyntheticHour hour = At(time);
        double wind = hour.Wind * (1 + 0.3 * Field(12, time, 1));
        return hour with
        {
            Temperature = hour.Temperature + 1.2 * Field(13, time, 1),
            Humidity = Math.Clamp(hour.Humidity + 7 * Field(14, time, 1), 12, 99),
            Probability = Math.Clamp(hour.Probability + 10 * Field(15, time, 1), 0, 100),
            Cloud = Math.Clamp(hour.Cloud + 20 * Field(16, time, 1), 0, 100),
            Wind = wind,
            Gust = Math.Max(wind, hour.Gust * (1 + 0.3 * Field(17, time, 1))),
            WindDirection = (hour.WindDirection + 40 * Field(18, time, 1) + 360) % 360,
        };
    }

    private double Temperature(DateTimeOffset time) =>
        Season(time)
        + Daily(time) * (1 - 0.6 * Cloud(time) / 100)
        + (1.5 + 5 * _poleward) * Field(2, time, 48)
        - 2 * Math.Max(0, Wetness(time));

    /// <summary>The mean temperature of the season, from 28 °C at the equator to deep frost at a pole's winter.</summary>
    private double Season(DateTimeOffset time)
    {
        double square = _poleward * _poleward;
        double mean = 29 - 32 * square - 60 * Math.Max(0, square - 0.85) - 0.0065 * Elevation;
        double swing = 1 + 13 * Math.Pow(_poleward, 1.5);
        double phase = Math.Cos(2 * Math.PI * (time.DayOfYear - 205) / 365.25);
        return mean + swing * (Latitude < 0 ? -phase : phase);
    }

    /// <summary>Warmest about three hours after noon; the higher the sun gets, the more.</summary>
    private double Daily(DateTimeOffset time)
    {
        DateTimeOffset noon = time.AddHours(12 - Sun.SolarHour(Longitude, time));
        double swing = 1 + 7 * Math.Max(0, Sun.Height(Latitude, Longitude, noon));
        return swing * Math.Cos(2 * Math.PI * (Sun.SolarHour(Longitude, time) - 15) / 24);
    }

    /// <summary>Above 0 the sky closes, above 0.3 it rains; dry in the subtropics, wet at the equator and in the westerlies.</summary>
    private double Wetness(DateTimeOffset time)
    {
        double distance = Math.Abs(Latitude);
        double belt = 0.18 * Math.Cos(2 * Math.PI * distance / 52) - 0.004 * Math.Max(0, distance - 70);
        return 0.95 * Field(3, time, FrontHours) + 0.3 * Field(4, time, 9) + belt;
    }

    private double Cloud(DateTimeOffset time) =>
        Math.Clamp(48 + 115 * Wetness(time) + 15 * Field(5, time, 5), 0, 100);

    /// <summary>Showers grow over warm land in the afternoon; above 0.25 what falls is convective, above 0.3 it thunders.</summary>
    private double Instability(DateTimeOffset time)
    {
        double warmth = Math.Clamp((Temperature(time) - 6) / 14, 0, 1);
        double afternoon = 0.5 + 0.5 * Math.Cos(2 * Math.PI * (Sun.SolarHour(Longitude, time) - 16) / 24);
        return warmth * (0.35 + 0.65 * afternoon) * (0.5 + 0.6 * Field(6, time, 20));
    }

    /// <summary>Millimetres in an hour.</summary>
    private double Rate(DateTimeOffset time)
    {
        double excess = Wetness(time) - 0.3;
        double rate = excess <= 0 ? 0 : 4 * Math.Pow(excess, 1.3) * (1 + 2 * Instability(time));
        return rate < 0.05 ? 0 : Math.Round(rate, 1);
    }

    private double Probability(DateTimeOffset time, double fallen)
    {
        double chance = 100 / (1 + Math.Exp(-(Wetness(time) - 0.28) / 0.09));
        return Math.Clamp(chance, fallen > 0 ? 45 : 0, 100);
    }

    private double Wind(DateTimeOffset time)
    {
        double speed =
            3.2
            + 2 * Field(10, time, 14)
            + 0.12 * Daily(time)
            + (2 + 4 * _poleward) * Math.Max(0, Wetness(time));
        return Math.Max(0.3, speed);
    }

    private double Direction(DateTimeOffset time)
    {
        double prevailing = Math.Abs(Latitude) is > 28 and < 65 ? 260 : 80;
        return (prevailing + 100 * Field(11, time, 26) + 360) % 360;
    }

    private static double Visibility(double humidity, double wind, double cloud) =>
        humidity > 93 && wind < 1.8 && cloud < 90
            ? 600
            : Math.Round(24140 - 160 * Math.Max(0, humidity - 40));

    private static double DewPoint(double temperature, double humidity)
    {
        double gamma = Math.Log(humidity / 100) + 17.625 * temperature / (243.04 + temperature);
        return 243.04 * gamma / (17.625 - gamma);
    }

    /// <summary>Steadman's formula, without the sun.</summary>
    private static double Apparent(double temperature, double humidity, double wind)
    {
        double vapour = humidity / 100 * 6.105 * Math.Exp(17.27 * temperature / (237.7 + temperature));
        return temperature + 0.33 * vapour - 0.7 * wind - 4;
    }

    private double Field(int seed, DateTimeOffset time, double hours) =>
        Noise.At(
            seed,
            Latitude / FrontDegrees,
            Longitude / FrontDegrees,
            time.ToUnixTimeSeconds() / 3600.0 / hours
        );
}
