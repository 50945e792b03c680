namespace Weather.Model;

/// <summary>
/// One canonical hour: it covers [h, h+1) in UTC, where h is <see cref="Forecast.Start"/> plus its index.
/// Amounts, probability, gust and condition describe that hour; the other values are those at its start.
/// SI units; null means that the provider does not say.
/// </summary>
public sealed record Hour
{
    public Condition? Condition { get; init; }

    /// <summary>°C at 2 m.</summary>
    public double? Temperature { get; init; }

    /// <summary>°C; computed by <see cref="Model.ApparentTemperature"/> where the provider has none.</summary>
    public double? ApparentTemperature { get; init; }

    /// <summary>Relative humidity at 2 m, %.</summary>
    public double? Humidity { get; init; }

    /// <summary>°C at 2 m; computed by <see cref="Model.DewPoint"/> where the provider has none.</summary>
    public double? DewPoint { get; init; }

    /// <summary>Liquid equivalent of everything that falls in the hour, mm.</summary>
    public double? Precipitation { get; init; }

    /// <summary>%.</summary>
    public double? PrecipitationProbability { get; init; }

    /// <summary>m/s at 10 m.</summary>
    public double? WindSpeed { get; init; }

    /// <summary>Strongest gust in the hour, m/s at 10 m.</summary>
    public double? WindGust { get; init; }

    /// <summary>Degrees clockwise from north that the wind comes from.</summary>
    public double? WindDirection { get; init; }

    /// <summary>%.</summary>
    public double? CloudCover { get; init; }

    /// <summary>hPa, reduced to mean sea level.</summary>
    public double? Pressure { get; init; }

    /// <summary>Metres.</summary>
    public double? Visibility { get; init; }

    /// <summary>Under the forecast's clouds; a clear-sky index is another quantity and has no place here.</summary>
    public double? UvIndex { get; init; }

    /// <summary>Lowest °C of a longer step that this hour stands in, where a provider gives only that.</summary>
    public double? TemperatureMinimum { get; init; }

    /// <summary>Highest °C of a longer step that this hour stands in, where a provider gives only that.</summary>
    public double? TemperatureMaximum { get; init; }

    /// <summary>
    /// Where the hour stands in that longer step, so that a day can tell whether the step lies in it whole; null where the step is
    /// the day itself, or there is none.
    /// </summary>
    public StepPosition? Step { get; init; }
}
