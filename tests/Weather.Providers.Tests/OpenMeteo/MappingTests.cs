using NodaTime;
using Weather.Model;
using Xunit;

namespace Weather.Providers.Tests.OpenMeteo;

/// <summary>From Open-Meteo's columns to canonical hours.</summary>
public sealed class MappingTests
{
    [Fact]
    public void Storm_lands_in_the_hour_it_describes_and_temperature_stays_at_its_instant()
    {
        Forecast forecast = Read(Reading.Marrakech);

        // Label 03:00 says 4.2 mm, thunder and a gust for the hour before it.
        Hour storm = forecast.Hours[2];
        Assert.Equal(4.2, storm.Precipitation);
        Assert.Equal(80, storm.PrecipitationProbability);
        Assert.Equal(15, storm.WindGust);
        Assert.Equal("thunder-2", storm.Condition!.Value.Code);
        Assert.Equal(10.4, storm.Temperature);
        Assert.Equal(-0.2, forecast.Hours[3].Temperature);
        Assert.Equal(6, forecast.Hours[3].WindSpeed);
        Assert.Equal(Reading.Start, forecast.Start);
    }

    [Fact]
    public void Last_hour_lacks_what_only_the_next_label_would_say()
    {
        Hour last = Read(Reading.Marrakech).Hours[^1];

        Assert.Equal(15.0, last.Temperature);
        Assert.Null(last.Precipitation);
        Assert.Null(last.Condition);
    }

    [Fact]
    public void Cloud_cover_decides_how_cloudy_a_dry_sky_is()
    {
        Forecast forecast = Read(Reading.Marrakech);

        // Label 07:00 says mainly clear (1), but at 06:00 the cover is 60 %.
        Assert.Equal(ConditionKind.PartlyCloudy, forecast.Hours[6].Condition!.Value.Kind);
    }

    [Fact]
    public void Values_not_asked_for_are_computed_by_formula_or_missing()
    {
        Hour hour = Read(Reading.Marrakech).Hours[0];

        Assert.Equal(ApparentTemperature.From(11.2, 70, 1.0), hour.ApparentTemperature);
        Assert.Equal(DewPoint.From(11.2, 70), hour.DewPoint);
        Assert.Null(hour.Pressure);
        Assert.Null(hour.Visibility);
    }

    [Theory]
    [InlineData("\"temperature_2m\":\"°C\"", "\"temperature_2m\":\"°F\"", -11.5556)]
    [InlineData("\"temperature_2m\":\"°C\"", "\"temperature_2m\":\"K\"", null)]
    [InlineData("\"temperature_2m\":\"°C\"", "\"temperature_2m\":\"undefined\"", null)]
    [InlineData("\"temperature_2m\":\"°C\",", "", null)]
    public void Temperature_is_read_in_the_unit_that_is_declared(string unit, string other, double? expected)
    {
        Hour hour = Read(Reading.Marrakech.Replace(unit, other, StringComparison.Ordinal)).Hours[0];

        Assert.Equal(expected, hour.Temperature is { } value ? Math.Round(value, 4) : null);
    }

    [Theory]
    [InlineData("km/h", 1 / 3.6)]
    [InlineData("mp/h", 0.44704)]
    [InlineData("kn", 0.514444)]
    public void Wind_is_read_in_the_unit_that_is_declared(string unit, double expected)
    {
        string body = Reading.Marrakech.Replace(
            "\"wind_speed_10m\":\"m/s\"",
            $"\"wind_speed_10m\":\"{unit}\"",
            StringComparison.Ordinal
        );

        Assert.Equal(expected, Read(body).Hours[0].WindSpeed!.Value, 5);
    }

    [Fact]
    public void Older_names_are_understood()
    {
        string body = Reading
            .Marrakech.Replace("wind_speed_10m", "windspeed_10m", StringComparison.Ordinal)
            .Replace("weather_code", "weathercode", StringComparison.Ordinal)
            .Replace("relative_humidity_2m", "relativehumidity_2m", StringComparison.Ordinal);

        Hour hour = Read(body).Hours[0];

        Assert.Equal(1.0, hour.WindSpeed);
        Assert.Equal(70, hour.Humidity);
        Assert.NotNull(hour.Condition);
    }

    [Fact]
    public void Models_name_behind_a_variable_is_understood_and_takes_no_other_variable()
    {
        string body = Reading.Marrakech.Replace(
            "\"precipitation\"",
            "\"precipitation_icon_eu\"",
            StringComparison.Ordinal
        );
        string without = Reading.Marrakech.Replace(
            "\"precipitation\"",
            "\"other\"",
            StringComparison.Ordinal
        );

        Assert.Equal(4.2, Read(body).Hours[2].Precipitation);
        Assert.Null(Read(without).Hours[2].Precipitation);
        Assert.Equal(80, Read(without).Hours[2].PrecipitationProbability);
    }

    [Theory]
    // Local labels: full hours of the offset lead to the model's hour.
    [InlineData(20_700, "2026-11-24T05:00", "2026-11-24T00:00:00Z")]
    [InlineData(34_200, "2026-11-24T09:00", "2026-11-24T00:00:00Z")]
    [InlineData(-12_600, "2026-11-23T21:00", "2026-11-24T00:00:00Z")]
    [InlineData(3_600, "2026-11-24T01:00", "2026-11-24T00:00:00Z")]
    public void Local_label_leads_to_the_models_full_hour(int offset, string label, string start)
    {
        string json = $$"""
            {"latitude":0.0,"longitude":{{offset
                / 240}},"utc_offset_seconds":{{offset}},"timezone":"Some/Where",
             "hourly_units":{"time":"iso8601","temperature_2m":"°C"},
             "hourly":{"time":["{{label}}"],"temperature_2m":[20.0]} }
            """;

        Forecast forecast = Success(Reading.Json(json, GeoPoint.Create(0, offset / 240), Reading.Start));

        Assert.Equal(start, forecast.Start.ToString());
    }

    [Theory]
    [InlineData("\"utc_offset_seconds\":0", "\"utc_offset_seconds\":28800")]
    [InlineData("\"latitude\":31.625,\"longitude\":-8.0", "\"latitude\":-8.0,\"longitude\":31.625")]
    [InlineData("\"longitude\":-8.0", "\"longitude\":8.0")]
    public void Answer_for_another_place_is_refused(string part, string other)
    {
        ProviderResult result = Reading.Json(
            Reading.Marrakech.Replace(part, other, StringComparison.Ordinal)
        );

        Assert.Equal(RefusalKind.WrongPlace, Assert.IsType<ProviderResult.Refused>(result).Kind);
    }

    [Fact]
    public void Cell_across_the_date_line_is_near()
    {
        string body = Reading.Marrakech.Replace(
            "\"latitude\":31.625,\"longitude\":-8.0",
            "\"latitude\":-16.5,\"longitude\":179.95",
            StringComparison.Ordinal
        );

        Assert.IsType<ProviderResult.Success>(Reading.Json(body, GeoPoint.Create(-16.5, -179.95)));
    }

    [Theory]
    [InlineData("11.2", "311.2")]
    [InlineData("11.2", "-120")]
    public void Impossible_temperature_is_refused(string value, string other)
    {
        ProviderResult result = Reading.Json(
            Reading.Marrakech.Replace(value, other, StringComparison.Ordinal)
        );

        Assert.Equal(RefusalKind.Poisoned, Assert.IsType<ProviderResult.Refused>(result).Kind);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"11.2\"")]
    [InlineData("1e999")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public void Cell_that_is_not_a_number_is_missing_and_not_zero(string cell)
    {
        Forecast forecast = Read(Reading.Marrakech.Replace("[11.2,", $"[{cell},", StringComparison.Ordinal));

        Assert.Null(forecast.Hours[0].Temperature);
        Assert.Null(forecast.Hours[0].ApparentTemperature);
        Assert.Equal(10.9, forecast.Hours[1].Temperature);
    }

    [Fact]
    public void Answer_that_ends_before_now_is_refused()
    {
        ProviderResult result = Reading.Json(Reading.Marrakech, now: Reading.Start + Duration.FromHours(10));

        Assert.Equal(RefusalKind.Poisoned, Assert.IsType<ProviderResult.Refused>(result).Kind);
    }

    [Fact]
    public void Columns_of_unequal_length_give_what_they_have()
    {
        string body = Reading.Marrakech.Replace(
            "[11.2,10.9,10.4,-0.2,9.8,9.6,9.5,10.1,12.4,15.0]",
            "[11.2]",
            StringComparison.Ordinal
        );

        Forecast forecast = Read(body);

        Assert.Equal(10, forecast.Hours.Count);
        Assert.Null(forecast.Hours[1].Temperature);
    }

    [Fact]
    public void Source_names_the_provider_its_licence_and_how_long_it_is_fresh()
    {
        ForecastSource source = Read(Reading.Marrakech).Source;

        Assert.Equal("open-meteo", source.Provider);
        Assert.Equal("CC BY 4.0", source.Attribution.Licence);
        Assert.Equal("https://open-meteo.com/", source.Attribution.Link!.AbsoluteUri);
        Assert.Equal(Reading.Start, source.FetchedAt);
        Assert.Equal(Reading.Start + Duration.FromHours(1), source.ExpiresAt);
    }

    private static Forecast Read(string json) => Success(Reading.Json(json));

    private static Forecast Success(ProviderResult result) =>
        Assert.IsType<ProviderResult.Success>(result).Forecast;
}
