using NodaTime;
using Xunit;

namespace Weather.Model.Tests;

public sealed class AirQualityTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 0, 0);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(20, 1)]
    [InlineData(21, 2)]
    [InlineData(40, 2)]
    [InlineData(42, 3)]
    [InlineData(60, 3)]
    [InlineData(80, 4)]
    [InlineData(100, 5)]
    [InlineData(101, 6)]
    [InlineData(900, 6)]
    public void Level_is_the_band_of_the_index(double index, int level) =>
        Assert.Equal(level, EuropeanAirQualityIndex.Level(index));

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, 10.0)]
    [InlineData(59, 10.0)]
    [InlineData(60, 20.0)]
    [InlineData(119, 20.0)]
    [InlineData(120, null)]
    public void Hour_is_the_one_that_holds_the_instant(int minutes, double? index)
    {
        var air = new AirQuality
        {
            Point = GeoPoint.Create(31.6, -8),
            Start = Start,
            Hours = [new AirHour(10, null, null), new AirHour(20, null, null)],
            Source = new ForecastSource
            {
                Provider = "open-meteo",
                FetchedAt = Start,
                ExpiresAt = Start,
                Attribution = new Attribution("credit", null, "licence", null),
            },
        };

        Assert.Equal(index, air.At(Start + Duration.FromMinutes(minutes))?.Hour.EuropeanIndex);
    }
}
