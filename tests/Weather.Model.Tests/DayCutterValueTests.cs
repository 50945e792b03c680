using NodaTime;
using Xunit;

namespace Weather.Model.Tests;

/// <summary>What the hours of a day come to.</summary>
public sealed class DayCutterValueTests
{
    private static readonly Hour Silent = new();

    [Fact]
    public void Silent_hours_make_a_day_of_nulls_and_no_zeros()
    {
        Day day = Cut(Enumerable.Repeat(Silent, 24));

        Assert.Equal(
            new Day
            {
                Date = new LocalDate(2026, 5, 10),
                Length = 24,
                Sun = day.Sun,
            },
            day
        );
    }

    [Fact]
    public void A_single_known_hour_speaks_for_the_day()
    {
        var hour = new Hour
        {
            Condition = new Condition(ConditionKind.Rain, 1, Severity: 50),
            Temperature = -3,
            Precipitation = 0,
            PrecipitationProbability = 0,
            WindSpeed = 0,
            WindDirection = 0,
            WindGust = 0,
            UvIndex = 0,
        };

        Day day = Cut(Silent, hour, Silent);

        Assert.Equal(hour.Condition, day.Condition);
        Assert.Equal((-3, -3), (day.TemperatureMinimum, day.TemperatureMaximum));
        Assert.Equal((0, 0), (day.Precipitation, day.PrecipitationProbability));
        Assert.Equal((0, 0, 0, 0), (day.WindSpeed, day.WindDirection, day.WindGust, day.UvIndex));
    }

    [Fact]
    public void Precipitation_is_the_sum_of_what_is_known()
    {
        Day day = Cut(new Hour { Precipitation = 0.5 }, Silent, new Hour { Precipitation = 1.25 });

        Assert.Equal(1.75, day.Precipitation);
    }

    [Fact]
    public void Probability_gust_and_uv_are_the_highest()
    {
        Day day = Cut(
            new Hour
            {
                PrecipitationProbability = 80,
                WindGust = 3,
                UvIndex = 1,
            },
            new Hour
            {
                PrecipitationProbability = 10,
                WindGust = 19,
                UvIndex = 2,
            },
            new Hour
            {
                PrecipitationProbability = 20,
                WindGust = 4,
                UvIndex = 7,
            }
        );

        Assert.Equal((80, 19, 7), (day.PrecipitationProbability, day.WindGust, day.UvIndex));
    }

    [Fact]
    public void Wind_direction_is_that_of_the_strongest_hour()
    {
        Day day = Cut(
            new Hour { WindSpeed = 3, WindDirection = 350 },
            new Hour { WindSpeed = 9, WindDirection = 120 },
            new Hour { WindDirection = 10 },
            new Hour
            {
                WindSpeed = 5,
                WindDirection = 200,
                WindGust = 30,
            }
        );

        Assert.Equal((9, 120), (day.WindSpeed, day.WindDirection));
    }

    [Fact]
    public void Wind_direction_is_not_borrowed_from_a_weaker_hour()
    {
        Day day = Cut(new Hour { WindSpeed = 3, WindDirection = 350 }, new Hour { WindSpeed = 9 });

        Assert.Equal((9, null), (day.WindSpeed, day.WindDirection));
    }

    [Fact]
    public void Wind_direction_without_a_speed_is_not_shown()
    {
        Day day = Cut(new Hour { WindDirection = 350 });

        Assert.Equal((null, null), (day.WindSpeed, day.WindDirection));
    }

    [Fact]
    public void Condition_is_that_of_the_most_severe_hour()
    {
        Day day = Cut(
            new Hour { Condition = new Condition(ConditionKind.Tornado, Severity: 1) },
            new Hour { Condition = new Condition(ConditionKind.Rain, 2, Severity: 60) },
            Silent,
            new Hour { Condition = new Condition(ConditionKind.Snow, 3, Severity: 59) }
        );

        Assert.Equal("rain-2", day.Condition?.Code);
    }

    [Fact]
    public void Condition_of_severity_zero_is_still_a_condition()
    {
        Day day = Cut(Silent, new Hour { Condition = new Condition(ConditionKind.Clear) });

        Assert.Equal("clear", day.Condition?.Code);
    }

    private static Day Cut(params IEnumerable<Hour> hours) => Assert.Single(CutAll(hours));

    private static IReadOnlyList<Day> CutAll(IEnumerable<Hour> hours) =>
        DayCutter.Cut(Forecasts.From("2026-05-10T00", hours), DateTimeZone.Utc, Forecasts.Anywhere);
}
