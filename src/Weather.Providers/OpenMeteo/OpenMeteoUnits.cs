namespace Weather.Providers.OpenMeteo;

/// <summary>From the unit that an answer declares to ours. Null for a unit that we do not know: such a column is not believed.</summary>
internal static class OpenMeteoUnits
{
    public static Func<double, double>? ToSi(string unit) =>
        unit switch
        {
            "°C" or "m/s" or "mm" or "%" or "°" or "hPa" or "m" or "wmo code" or "" => static value => value,
            "°F" => static fahrenheit => (fahrenheit - 32) / 1.8,
            "km/h" => static kilometresPerHour => kilometresPerHour / 3.6,
            "mp/h" or "mph" => static milesPerHour => milesPerHour * 0.44704,
            "kn" => static knots => knots * 1852 / 3600,
            "inch" => static inches => inches * 25.4,
            "ft" => static feet => feet * 0.3048,
            _ => null,
        };
}
