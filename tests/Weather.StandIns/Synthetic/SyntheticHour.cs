namespace Weather.StandIns.Synthetic;

/// <summary>
/// The weather labelled with a time t, in SI units, with Open-Meteo's meaning of t: precipitation, probability, gust, code,
/// sunshine and radiation describe the hour before t; everything else is the instant t.
/// </summary>
internal readonly record struct SyntheticHour
{
    public required double Temperature { get; init; }
    public required double ApparentTemperature { get; init; }
    public required double DewPoint { get; init; }
    public required double Humidity { get; init; }
    public required double Probability { get; init; }
    public required double Rain { get; init; }
    public required double Showers { get; init; }

    /// <summary>Centimetres; 7 cm for 10 mm of water, as Open-Meteo counts.</summary>
    public required double Snowfall { get; init; }
    public required double SnowDepth { get; init; }
    public required int Code { get; init; }
    public required double Pressure { get; init; }
    public required double SurfacePressure { get; init; }
    public required double Cloud { get; init; }
    public required double Visibility { get; init; }
    public required double Wind { get; init; }
    public required double Gust { get; init; }
    public required double WindDirection { get; init; }
    public required double ClearSkyUvIndex { get; init; }
    public required double Sunshine { get; init; }
    public required double Radiation { get; init; }
    public required double Cape { get; init; }
    public required bool IsDay { get; init; }

    public double Precipitation => Rain + Showers + Snowfall / 0.7;

    public double UvIndex => ClearSkyUvIndex * (1 - 0.7 * Cloud / 100);
}
