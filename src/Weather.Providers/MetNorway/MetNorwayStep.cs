using System.Text.Json;
using NodaTime;
using Weather.Model;

namespace Weather.Providers.MetNorway;

/// <summary>One entry of the series: the values of an instant, and what the hours after it bring.</summary>
internal readonly record struct MetNorwayStep(Instant Time, JsonElement Data, MetNorwayUnits Units)
{
    /// <summary>Null where the step tells nothing of the hour after it, as in the six-hourly part.</summary>
    public MetNorwayPeriod? NextHour => Period("next_1_hours", 1);

    public MetNorwayPeriod? NextSixHours => Period("next_6_hours", 6);

    /// <summary>
    /// The hour that begins here, with what is known of its first instant. A value outside what the quantity can be is null.
    /// <c>ultraviolet_index_clear_sky</c> is left out: under cloud it is several times too high, and the other providers' index, beside
    /// which it would stand, has the clouds in it. There is no visibility.
    /// </summary>
    public Hour AtInstant()
    {
        JsonElement details = MetNorwayJson.Property(MetNorwayJson.Property(Data, "instant"), "details");
        double? temperature = Value(details, "air_temperature");
        double? humidity = Value(details, "relative_humidity", 0, 101);
        humidity = humidity is { } percent ? Math.Min(percent, 100) : null;
        double? wind = Value(details, "wind_speed", 0, 150);
        return new Hour
        {
            Temperature = temperature,
            ApparentTemperature = ApparentTemperature.From(temperature, humidity, wind),
            Humidity = humidity,
            DewPoint =
                Value(details, "dew_point_temperature", -110, 50) ?? DewPoint.From(temperature, humidity),
            WindSpeed = wind,
            WindGust = Value(details, "wind_speed_of_gust", 0, 150),
            WindDirection = Value(details, "wind_from_direction", 0, 360),
            CloudCover = Value(details, "cloud_area_fraction", 0, 100),
            Pressure = Value(details, "air_pressure_at_sea_level", 850, 1100),
        };
    }

    private MetNorwayPeriod? Period(string name, int hours)
    {
        JsonElement period = MetNorwayJson.Property(Data, name);
        JsonElement details = MetNorwayJson.Property(period, "details");
        var read = new MetNorwayPeriod(
            hours,
            MetNorwayJson.Text(
                MetNorwayJson.Property(MetNorwayJson.Property(period, "summary"), "symbol_code")
            ),
            Value(details, "precipitation_amount", 0, 500 * hours),
            Value(details, "probability_of_precipitation", 0, 100),
            Value(details, "air_temperature_min"),
            Value(details, "air_temperature_max")
        );
        return read.IsSilent ? null : read;
    }

    private double? Value(
        JsonElement details,
        string quantity,
        double least = double.NegativeInfinity,
        double most = double.PositiveInfinity
    ) =>
        MetNorwayJson.Number(MetNorwayJson.Property(details, quantity)) is { } value
        && value >= least
        && value <= most
        && Units.Fits(quantity)
            ? value
            : null;
}
