using NodaTime;
using Weather.Model;
using Xunit;

namespace Weather.Providers.Tests.MetNorway;

/// <summary>From MET's steps to canonical hours.</summary>
public sealed class MappingTests
{
    [Fact]
    public void Next_hour_of_a_step_is_the_hour_that_begins_there()
    {
        Forecast forecast = Read(MetReading.Oslo);

        Assert.Equal(MetReading.Start, forecast.Start);
        Assert.Equal(22, forecast.Hours.Count);
        Hour storm = forecast.Hours[1];
        Assert.Equal(4.2, storm.Precipitation);
        Assert.Equal(80, storm.PrecipitationProbability);
        Assert.Equal("rain-showers-thunder-3", storm.Condition!.Value.Code);
        Assert.Equal(1.2, storm.Temperature);
        Assert.Equal(0.3, forecast.Hours[2].Precipitation);
    }

    [Fact]
    public void Instant_values_stand_at_their_hour()
    {
        Hour hour = Read(MetReading.Oslo).Hours[0];

        Assert.Equal(1.5, hour.Temperature);
        Assert.Equal(86.5, hour.Humidity);
        Assert.Equal(-0.5, hour.DewPoint);
        Assert.Equal(1002.5, hour.Pressure);
        Assert.Equal(60, hour.CloudCover);
        Assert.Equal(3.2, hour.WindSpeed);
        Assert.Equal(7.1, hour.WindGust);
        Assert.Equal(200.1, hour.WindDirection);
    }

    [Fact]
    public void What_MET_lacks_is_computed_by_formula_or_missing()
    {
        Forecast forecast = Read(MetReading.Oslo);

        Assert.Equal(ApparentTemperature.From(1.5, 86.5, 3.2), forecast.Hours[0].ApparentTemperature);
        Assert.Equal(DewPoint.From(1.2, 90.0), forecast.Hours[1].DewPoint);
        Assert.All(forecast.Hours, hour => Assert.Null(hour.Visibility));
    }

    [Fact]
    public void Clear_sky_UV_index_is_not_passed_off_as_the_UV_index() =>
        Assert.All(Read(MetReading.Oslo).Hours, hour => Assert.Null(hour.UvIndex));

    [Fact]
    public void Cloud_cover_decides_how_cloudy_a_dry_sky_is() =>
        // The symbol says clear, the cover at the instant 60 %.
        Assert.Equal(ConditionKind.PartlyCloudy, Read(MetReading.Oslo).Hours[0].Condition!.Value.Kind);

    [Fact]
    public void Windows_that_overlap_hours_with_values_of_their_own_say_nothing()
    {
        Forecast forecast = Read(MetReading.Oslo);

        Assert.Null(forecast.Hours[0].TemperatureMaximum);
        Assert.Null(forecast.Hours[0].Step);
        Assert.Equal(0, forecast.Hours[0].Precipitation);
    }

    [Fact]
    public void Step_of_six_hours_is_spread_over_them()
    {
        Forecast forecast = Read(MetReading.Oslo);
        Hour[] step = [.. forecast.Hours.Take(3..9)];

        Assert.All(step, hour => Assert.Equal(0.5, hour.Precipitation));
        Assert.All(step, hour => Assert.Equal(60, hour.PrecipitationProbability));
        Assert.All(step, hour => Assert.Equal("snow-showers-thunder-1", hour.Condition!.Value.Code));
        Assert.All(step, hour => Assert.Equal(-3.0, hour.TemperatureMinimum));
        Assert.All(step, hour => Assert.Equal(2.0, hour.TemperatureMaximum));
        Assert.Equal(
            Enumerable.Range(0, 6).Select(index => new StepPosition(index, 6)),
            step.Select(hour => hour.Step!.Value)
        );
    }

    [Fact]
    public void Temperature_stands_at_the_steps_own_instant_and_is_not_invented_between()
    {
        Forecast forecast = Read(MetReading.Oslo);

        Assert.Equal(0.5, forecast.Hours[3].Temperature);
        Assert.All(forecast.Hours.Take(4..9), hour => Assert.Null(hour.Temperature));
        Assert.All(forecast.Hours.Take(4..9), hour => Assert.Null(hour.Humidity));
        Assert.Equal(1.9, forecast.Hours[9].Temperature);
    }

    [Fact]
    public void Hole_in_the_middle_stays_a_hole()
    {
        Hour[] hole = [.. Read(MetReading.Oslo).Hours.Take(15..21)];

        Assert.All(hole, hour => Assert.Equal(new Hour(), hour));
    }

    [Fact]
    public void Last_step_has_its_instant_and_no_weather()
    {
        Hour last = Read(MetReading.Oslo).Hours[^1];

        Assert.Equal(-1.5, last.Temperature);
        Assert.Null(last.Condition);
        Assert.Null(last.Precipitation);
    }

    [Fact]
    public void Hour_whose_own_window_is_missing_takes_its_part_of_the_longer_one_and_no_more()
    {
        string body = MetReading.Oslo.Replace(
            "\"next_1_hours\":{\"summary\":{\"symbol_code\":\"clearsky_night\"}",
            "\"other\":{\"summary\":{\"symbol_code\":\"clearsky_night\"}",
            StringComparison.Ordinal
        );

        Forecast forecast = Read(body);

        Assert.Equal(5.0 / 6, forecast.Hours[0].Precipitation);
        Assert.Equal("rain-2", forecast.Hours[0].Condition!.Value.Code);
        Assert.Equal(4.2, forecast.Hours[1].Precipitation);
        Assert.Equal(0.5, forecast.Hours[3].Precipitation);
    }

    [Theory]
    [InlineData("\"air_temperature\":\"celsius\"", "\"air_temperature\":\"fahrenheit\"")]
    [InlineData("\"air_temperature\":\"celsius\"", "\"air_temperature\":7")]
    public void Quantity_in_another_unit_is_not_believed(string unit, string other)
    {
        Hour hour = Read(MetReading.Oslo.Replace(unit, other, StringComparison.Ordinal)).Hours[0];

        Assert.Null(hour.Temperature);
        Assert.Equal(3.2, hour.WindSpeed);
    }

    [Fact]
    public void Undeclared_unit_is_the_documented_one() =>
        Assert.Equal(
            1.5,
            Read(MetReading.Oslo.Replace("\"units\"", "\"other\"", StringComparison.Ordinal))
                .Hours[0]
                .Temperature
        );

    [Fact]
    public void Source_says_who_when_by_which_model_data_and_under_which_licence()
    {
        ForecastSource source = Read(MetReading.Oslo).Source;

        Assert.Equal("met-norway", source.Provider);
        Assert.Equal(MetReading.Start, source.FetchedAt);
        Assert.Equal(Instant.FromUtc(2026, 11, 23, 23, 31, 12), source.ModelRun);
        Assert.Equal("CC BY 4.0", source.Attribution.Licence);
    }

    private static Forecast Read(string json) =>
        Assert.IsType<ProviderResult.Success>(MetReading.Json(json)).Forecast;
}
