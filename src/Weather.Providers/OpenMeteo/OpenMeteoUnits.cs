namespace Weather.Providers.OpenMeteo;

/// <summary>From the unit that an answer declares to ours. Null for a unit that we do not know: such a column is not believed.</summary>
internal static class OpenMeteoUnits
{
    public static Func<double, double>? ToSi(string unit) =>
        unit switch
        {
            "°C" or "m/s" or "mm" or "%" or "°" or "hPa" or "m" or "wmo code" or "" => static value => value,
            // Both letters for micro are met: U+03BC and U+00B5.
            "EAQI" or "\u03BCg/m\u00B3" or "\u00B5g/m\u00B3" => static value => value,
            "°F" => static fahrenheit => (fahrenheit - 32) / 1.8,
            "km/h" => static kilometresPerHour => kilometresPerHour / 3.6,
            "mp/h" or "mph" => static milesPerHour => milesPerHour * 0.44704,
            "kn" => static knots => knots * 1852 / 3600,
            "inch" => static inches => inches * 25.4,
            "ft" => static feet => feet * 0.3048,
            _ => null,
        };
}
