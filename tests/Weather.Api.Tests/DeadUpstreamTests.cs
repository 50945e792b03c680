using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Weather.Api.Forecasts;
using Weather.StandIns;
using Xunit;

namespace Weather.Api.Tests;

/// <summary>Every upstream is dead for a day: visitors notice nothing but the age.</summary>
public sealed class DeadUpstreamTests
{
    private const string Rabat = "/v1/forecast?city=Rabat&country=MA";
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 10, 0, TimeSpan.Zero);
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StandInMode.Overloaded)]
    [InlineData(StandInMode.Poison)]
    [InlineData(StandInMode.CutOff)]
    [InlineData(StandInMode.Forbidden)]
    public async Task Known_city_is_served_a_day_later_with_its_age_and_without_passed_hours(
        StandInMode death
    )
    {
        var time = new FakeTimeProvider(Noon);
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync(time);
        await using RunningApi api = await RunningApi.StartAsync(upstream, time);
        JsonElement before = await GetAsync(api);

        upstream.Mode = death;
        time.Advance(TimeSpan.FromHours(24));
        await ExpireAsync(api, before);
        JsonElement after = await GetAsync(api);
        int callsOfTheFirst = upstream.Calls;
        for (int visitor = 0; visitor < 50; visitor++)
        {
            await GetAsync(api);
        }

        Assert.False(Source(before).GetProperty("stale").GetBoolean());
        Assert.True(Source(after).GetProperty("stale").GetBoolean());
        Assert.Equal(
            Source(before).GetProperty("fetchedAt").GetString(),
            Source(after).GetProperty("fetchedAt").GetString()
        );
        Assert.Equal("2026-11-25T12:00Z", after.GetProperty("hourly").GetProperty("start").GetString());
        Assert.Equal("2026-11-25", after.GetProperty("daily").GetProperty("start").GetString());
        Assert.Equal(48, after.GetProperty("hourly").GetProperty("temp").GetArrayLength());
        // Visitors do not make the upstream's bad day worse, and none of them waits for it.
        Assert.Equal(callsOfTheFirst, upstream.Calls);
    }

    [Fact]
    public async Task Entry_knows_when_somebody_last_wanted_it()
    {
        var time = new FakeTimeProvider(Noon);
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync(time);
        await using RunningApi api = await RunningApi.StartAsync(upstream, time);
        JsonElement forecast = await GetAsync(api);
        time.Advance(TimeSpan.FromMinutes(7));
        await GetAsync(api);

        ForecastEntry? entry = await api.Values.GetOrDefaultAsync<ForecastEntry>(
            $"place:{forecast.GetProperty("place").GetProperty("id").GetInt64()}",
            token: Cancel
        );

        Assert.Equal(Noon.AddMinutes(7), entry?.LastAsked?.ToDateTimeOffset());
        Assert.Equal(1, upstream.Calls);
    }

    [Fact]
    public async Task Unknown_city_is_told_when_to_come_back_and_the_refusal_is_kept_for_seconds_only()
    {
        var time = new FakeTimeProvider(Noon);
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync(time);
        await using RunningApi api = await RunningApi.StartAsync(upstream, time);
        upstream.Mode = StandInMode.Overloaded;

        using HttpResponseMessage refused = await api.Http.GetAsync(Rabat, Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.InRange(
            refused.Headers.RetryAfter!.Delta!.Value,
            TimeSpan.FromSeconds(1),
            TimeSpan.FromMinutes(5)
        );
    }

    private static JsonElement Source(JsonElement forecast) => forecast.GetProperty("source");

    private static ValueTask ExpireAsync(RunningApi api, JsonElement forecast) =>
        api.Values.ExpireAsync(
            $"place:{forecast.GetProperty("place").GetProperty("id").GetInt64()}",
            token: Cancel
        );

    private static Task<JsonElement> GetAsync(RunningApi api) => api.GetJsonAsync(Rabat, Cancel);
}
