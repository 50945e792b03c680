namespace Weather.StandIns.OpenMeteo;

/// <summary>A unit as <c>hourly_units</c> writes it, the factor and offset from SI, and the decimals sent.</summary>
internal readonly record struct Quantity(string Unit, int Decimals, double Factor = 1, double Offset = 0)
{
    public static Quantity Percent { get; } = new("%", 0);
    public static Quantity Degrees { get; } = new("°", 0);
    public static Quantity Code { get; } = new("wmo code", 0);
    public static Quantity Pressure { get; } = new("hPa", 1);
    public static Quantity Metres { get; } = new("m", 2);
    public static Quantity Seconds { get; } = new("s", 2);
    public static Quantity Index { get; } = new("", 2);
    public static Quantity Flag { get; } = new("", 0);
    public static Quantity Radiation { get; } = new("W/m²", 1);
    public static Quantity Energy { get; } = new("J/kg", 1);

    public static Quantity Temperature(Units units) =>
        units.Temperature == "fahrenheit" ? new("°F", 1, 1.8, 32) : new("°C", 1);

    /// <summary>Miles per hour really are written <c>mp/h</c>.</summary>
    public static Quantity Wind(Units units) =>
        units.Wind switch
        {
            "ms" => new("m/s", 2),
            "mph" => new("mp/h", 1, 2.236936),
            "kn" => new("kn", 1, 1.943844),
            _ => new("km/h", 1, 3.6),
        };

    public static Quantity Water(Units units) =>
        units.Precipitation == "inch" ? new("inch", 3, 1 / 25.4) : new("mm", 2);

    /// <summary>Centimetres, but inches when precipitation is asked for in inches.</summary>
    public static Quantity Snow(Units units) =>
        units.Precipitation == "inch" ? new("inch", 3, 1 / 2.54) : new("cm", 2);
}
