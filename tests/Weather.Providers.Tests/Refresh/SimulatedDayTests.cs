using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Weather.Model;
using Weather.Providers.Refresh;
using Xunit;

namespace Weather.Providers.Tests.Refresh;

/// <summary>
/// A thousand cities on Open-Meteo's free 10,000 calls, for three days from a cold start. The figures of the README:
/// <c>dotnet run --project tests/Weather.Providers.Tests -- -class Weather.Providers.Tests.Refresh.SimulatedDayTests -showLiveOutput</c>.
/// </summary>
public sealed class SimulatedDayTests
{
    private const int Cities = 1_000;
    private const int NewCitiesPerDay = 200;
    private const int Quota = 10_000;
    private const int Reserve = 1_000;

    [Theory]
    [InlineData(1, 40_000)]
    [InlineData(2, 150_000)]
    [InlineData(3, 500_000)]
    public async Task Thousand_cities_stay_fresh_on_the_free_quota(int seed, int viewsPerDay)
    {
        (SimulatedDay[] days, SimulatedUpstream upstream) = await SimulateAsync(
            new RefreshOptions(),
            seed,
            viewsPerDay
        );

        Assert.Equal(0, upstream.TooMany);
        Assert.All(
            days,
            day =>
            {
                Assert.InRange(day.Age(0.95), 0, 3);
                Assert.InRange(day.Weight, 1, Quota);
                Assert.Equal(day.Fetched, day.Weight);
                Assert.Equal(0, day.Nothing);
                // What refreshes leave; first times may use it.
                Assert.InRange(day.LeastLeft, Reserve - day.FirstTimes, Quota);
            }
        );
    }

    [Fact]
    public async Task Without_metadata_the_stretch_alone_keeps_the_quota()
    {
        (SimulatedDay[] days, SimulatedUpstream upstream) = await SimulateAsync(
            new RefreshOptions { Models = [] },
            seed: 4,
            viewsPerDay: 150_000
        );

        Assert.Equal((0, 0), (upstream.TooMany, upstream.MetadataCalls));
        Assert.All(
            days,
            day =>
            {
                Assert.InRange(day.Weight, 1, Quota);
                Assert.Equal(0, day.Nothing);
                Assert.InRange(day.Age(0.95), 0, 3);
            }
        );
    }

    private static async Task<(SimulatedDay[] Days, SimulatedUpstream Upstream)> SimulateAsync(
        RefreshOptions options,
        int seed,
        int viewsPerDay
    )
    {
        var random = new Random(seed);
        var start = new LocalDate(2026, 11, 24);
        var time = new FakeTimeProvider(start.AtStartOfDayInZone(DateTimeZone.Utc).ToDateTimeOffset());
        using var service = new SimulatedService(time, random, options);
        List<SimulatedCity> cities = [.. Enumerable.Range(0, Cities).Select(_ => City(random))];
        double[] popularity = Popularity();
        SimulatedDay[] days = [new(), new(), new()];
        for (int k = 0; k < days.Length; k++)
        {
            DateTimeOffset midnight = start
                .PlusDays(k)
                .AtStartOfDayInZone(DateTimeZone.Utc)
                .ToDateTimeOffset();
            foreach ((double second, bool isNew) in Moments(random, viewsPerDay))
            {
                time.SetUtcNow(midnight.AddSeconds(second));
                SimulatedCity city = isNew ? City(random) : cities[Pick(popularity, random)];
                await service.ViewAsync(city, days[k]);
            }

            TestContext.Current.TestOutputHelper?.WriteLine(days[k].Describe(start.PlusDays(k), Cities));
        }

        return (days, service.Upstream);
    }

    /// <summary>Views through the day, most in the morning and the evening; new places late, when little is left.</summary>
    private static IEnumerable<(double Second, bool IsNew)> Moments(Random random, int views) =>
        Enumerable
            .Range(0, views)
            .Select(_ => (Second(random), false))
            .Concat(
                Enumerable
                    .Range(0, NewCitiesPerDay)
                    .Select(_ => (72_000 + (random.NextDouble() * 14_390), true))
            )
            .Order();

    private static double Second(Random random)
    {
        while (true)
        {
            double second = random.NextDouble() * 86_390;
            double hour = second / 3_600;
            double busy =
                0.25 + Math.Exp(-Math.Pow((hour - 8) / 2.5, 2)) + Math.Exp(-Math.Pow((hour - 20) / 3, 2));
            if (random.NextDouble() * 1.3 < busy)
            {
                return second;
            }
        }
    }

    /// <summary>Zipf: the k-th city is asked for 1/k as often as the first. Cumulative.</summary>
    private static double[] Popularity()
    {
        double sum = 0;
        return [.. Enumerable.Range(1, Cities).Select(rank => sum += 1.0 / rank)];
    }

    private static int Pick(double[] popularity, Random random)
    {
        int index = Array.BinarySearch(popularity, random.NextDouble() * popularity[^1]);
        return index < 0 ? ~index : index;
    }

    /// <summary>Two of three in Europe and Morocco, the others anywhere.</summary>
    private static SimulatedCity City(Random random) =>
        new(
            random.Next(3) > 0
                ? GeoPoint.Create(30 + (random.NextDouble() * 40), -13 + (random.NextDouble() * 50))
                : GeoPoint.Create(-50 + (random.NextDouble() * 110), -170 + (random.NextDouble() * 340))
        );
}
