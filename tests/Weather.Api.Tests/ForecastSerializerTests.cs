using NodaTime;
using Weather.Api.Forecasts;
using Weather.Model;
using Xunit;
using ZiggyCreatures.Caching.Fusion.Internals.Distributed;

namespace Weather.Api.Tests;

/// <summary>What goes into Redis or the state directory comes out the same: values, steps, and the validator of the upstream.</summary>
public sealed class ForecastSerializerTests
{
    [Fact]
    public void Entry_comes_back_as_it_went()
    {
        var forecast = new Forecast
        {
            Point = GeoPoint.Create(31.63416, -7.99994),
            Start = Instant.FromUtc(2026, 11, 24, 10, 0),
            Hours =
            [
                new Hour
                {
                    Condition = new Condition(ConditionKind.Rain, 2, ConditionFlags.Showers, 28),
                    Temperature = -0.1,
                    Precipitation = 0,
                    TemperatureMinimum = -2.5,
                    TemperatureMaximum = 3,
                    Step = new StepPosition(2, 6),
                },
                new Hour(),
            ],
            Source = new ForecastSource
            {
                Provider = "met-norway",
                FetchedAt = Instant.FromUtc(2026, 11, 24, 9, 58, 1),
                ExpiresAt = Instant.FromUtc(2026, 11, 24, 10, 30, 2),
                LastModified = "Tue, 24 Nov 2026 09:58:00 GMT",
                Attribution = new Attribution(
                    "Data from MET Norway",
                    new Uri("https://www.met.no/"),
                    "CC BY 4.0",
                    null,
                    Changed: true
                ),
            },
        };
        var serializer = new ForecastSerializer();
        var entry = new FusionCacheDistributedEntry<ForecastEntry>(
            new ForecastEntry { Forecast = forecast },
            timestamp: 0,
            logicalExpirationTimestamp: 0,
            tags: null,
            metadata: null
        );

        Forecast back = serializer
            .Deserialize<FusionCacheDistributedEntry<ForecastEntry>>(serializer.Serialize(entry))!
            .Value.Forecast!;

        Assert.Equal(forecast.Hours, back.Hours);
        Assert.Equal(forecast.Source, back.Source);
        Assert.Equal(forecast.Start, back.Start);
        Assert.Equal(forecast.Point, back.Point);
    }
}
