using System.Net;
using NodaTime;
using Weather.Model;
using Weather.Providers.MetNorway;
using Xunit;

namespace Weather.Providers.Tests.MetNorway;

/// <summary>Until when an answer is fresh, and how requests spread over the hour because of it.</summary>
public sealed class FreshnessTests
{
    private static readonly GeoPoint Bergen = GeoPoint.Create(60.39299, 5.32415);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 10, 0, 0);

    [Theory]
    // Minutes from now: Expires, the upstream's clock, and what must be waited for.
    [InlineData(31, 0, 31)]
    [InlineData(120, 0, 120)]
    // Ours is 20 minutes ahead, or behind.
    [InlineData(11, -20, 31)]
    [InlineData(51, 20, 51)]
    // In the past, and none.
    [InlineData(-5, 0, 0)]
    [InlineData(null, 0, 30)]
    // Absurd: bounded.
    [InlineData(60 * 24 * 365, 0, 360)]
    [InlineData(60, -60 * 24 * 365, 360)]
    public void Never_before_Expires_and_at_most_some_hours(int? expires, int clock, int least)
    {
        var answer = new MetNorwayAnswer
        {
            Status = HttpStatusCode.OK,
            Expires = expires is { } minutes ? Now + Duration.FromMinutes(minutes) : null,
            SentAt = Now + Duration.FromMinutes(clock),
        };

        Instant fresh = MetNorwayFreshness.ExpiresAt(answer, Bergen, Now);

        Assert.InRange(
            fresh,
            Now + Duration.FromMinutes(least),
            Now + Duration.FromMinutes(least + 30) + Duration.FromSeconds(2)
        );
    }

    [Fact]
    public void M7_refreshes_of_places_first_asked_together_are_flat_over_the_hour()
    {
        // All at once and on the hour, the worst start; each is refreshed as soon as it may be. Counted from the fifth hour.
        const int Places = 4000;
        int[] minutes = new int[60];
        int requests = 0;
        for (int place = 0; place < Places; place++)
        {
            GeoPoint point = GeoPoint.Create(-60 + (place / 100 * 3), -170 + (place % 100 * 3));
            Instant time = Now;
            while (time < Now + Duration.FromHours(24))
            {
                time = MetNorwayFreshness.ExpiresAt(Answer(time), point, time);
                if (time > Now + Duration.FromHours(4) && time < Now + Duration.FromHours(24))
                {
                    minutes[time.InUtc().Minute]++;
                    requests++;
                }
            }
        }

        double expected = requests / 60.0;
        double chiSquare = minutes.Sum(count => (count - expected) * (count - expected) / expected);
        // 59 degrees of freedom: 98.3 is exceeded by chance once in a thousand.
        Assert.True(chiSquare < 98.3, $"χ² = {chiSquare} over {requests} requests.");
    }

    [Fact]
    public void M7_the_first_refreshes_of_a_cold_start_do_not_gather_after_Expires()
    {
        int[] minutes = new int[30];
        for (int place = 0; place < 6000; place++)
        {
            GeoPoint point = GeoPoint.Create(-60 + (place / 100 * 2), -170 + (place % 100 * 3));
            Duration late =
                MetNorwayFreshness.ExpiresAt(Answer(Now), point, Now) - Answer(Now).Expires!.Value;
            minutes[Math.Min(29, (int)late.TotalMinutes)]++;
        }

        double chiSquare = minutes.Sum(count => (count - 200) * (count - 200) / 200.0);
        // 29 degrees of freedom.
        Assert.True(chiSquare < 58.3, $"χ² = {chiSquare}.");
    }

    private static MetNorwayAnswer Answer(Instant now) =>
        new()
        {
            Status = HttpStatusCode.OK,
            Expires = now + Duration.FromSeconds((30 * 60) + 22),
            SentAt = now,
        };
}
