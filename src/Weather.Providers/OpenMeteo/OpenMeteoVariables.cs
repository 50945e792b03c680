namespace Weather.Providers.OpenMeteo;

/// <summary>The variables that we know, with the names that older answers use for them.</summary>
internal static class OpenMeteoVariables
{
    public const string Temperature = "temperature_2m";
    public const string ApparentTemperature = "apparent_temperature";
    public const string Humidity = "relative_humidity_2m";
    public const string DewPoint = "dew_point_2m";
    public const string Precipitation = "precipitation";
    public const string PrecipitationProbability = "precipitation_probability";
    public const string WeatherCode = "weather_code";
    public const string CloudCover = "cloud_cover";
    public const string WindSpeed = "wind_speed_10m";
    public const string WindDirection = "wind_direction_10m";
    public const string WindGusts = "wind_gusts_10m";
    public const string Pressure = "pressure_msl";
    public const string Visibility = "visibility";
    public const string UvIndex = "uv_index";

    /// <summary>
    /// Ten: a call weighs max(1, variables / 10 · days / 14), so ten variables over 14 days are the most that one call carries.
    /// Apparent temperature and dew point are computed from these; pressure and visibility stay missing.
    /// </summary>
    public static readonly string Asked = string.Join(
        ',',
        Temperature,
        Humidity,
        Precipitation,
        PrecipitationProbability,
        WeatherCode,
        CloudCover,
        WindSpeed,
        WindDirection,
        WindGusts,
        UvIndex
    );

    private static readonly Dictionary<string, string> LegacyNames = new(StringComparer.Ordinal)
    {
        [Humidity] = "relativehumidity_2m",
        [DewPoint] = "dewpoint_2m",
        [WeatherCode] = "weathercode",
        [CloudCover] = "cloudcover",
        [WindSpeed] = "windspeed_10m",
        [WindDirection] = "winddirection_10m",
        [WindGusts] = "windgusts_10m",
    };

    private static readonly string[] All =
    [
        Temperature,
        ApparentTemperature,
        Humidity,
        DewPoint,
        Precipitation,
        PrecipitationProbability,
        WeatherCode,
        CloudCover,
        WindSpeed,
        WindDirection,
        WindGusts,
        Pressure,
        Visibility,
        UvIndex,
    ];

    /// <summary>Whether a column of the wire is this variable: by its name, its older name, or with a model's name behind it.</summary>
    public static bool IsNamed(string column, string variable) =>
        column == variable
        || (LegacyNames.TryGetValue(variable, out string? legacy) && column == legacy)
        || (
            column.StartsWith($"{variable}_", StringComparison.Ordinal)
            && !All.Any(other =>
                other.Length > variable.Length && column.StartsWith(other, StringComparison.Ordinal)
            )
        );
}
