using System.Text.Json;

namespace Weather.Providers.MetNorway;

/// <summary>
/// The units that an answer declares. MET's are fixed by its documentation, so an undeclared one is the documented; a quantity declared
/// in another is not believed.
/// </summary>
internal sealed class MetNorwayUnits(JsonElement declared)
{
    public bool Fits(string quantity)
    {
        JsonElement unit = MetNorwayJson.Property(declared, quantity);
        return unit.ValueKind == JsonValueKind.Undefined || MetNorwayJson.Text(unit) == Documented(quantity);
    }

    private static string Documented(string quantity) =>
        quantity switch
        {
            "air_temperature" or "air_temperature_min" or "air_temperature_max" or "dew_point_temperature" =>
                "celsius",
            "wind_speed" or "wind_speed_of_gust" => "m/s",
            "wind_from_direction" => "degrees",
            "air_pressure_at_sea_level" => "hPa",
            "precipitation_amount" => "mm",
            _ => "%",
        };
}
