using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Weather.Api.Forecasts;
using Weather.ServiceDefaults.Purging;
using Weather.StandIns;
using Xunit;
using ZiggyCreatures.Caching.Fusion;

namespace Weather.Api.Tests;

/// <summary>An operator says that values are wrong.</summary>
public sealed class PurgeTests
{
    private const long Rabat = 2538475;
    private const string AskRabat = "/v1/forecast?place=2538475";
    private const string AskFes = "/v1/forecast?city=Fes";
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_place_is_forgotten_in_memory_and_in_Redis_and_the_others_are_not()
    {
        using var redis = new GarnetInstance();
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningApi api = await RunningApi.StartAsync(upstream, redis: redis.Connection);
        await api.Http.GetStringAsync(AskRabat, Cancel);
        await api.Http.GetStringAsync(AskFes, Cancel);
        await UntilInRedisAsync(redis, 2);

        NodeResult purged = await api.PurgeAsync(Rabat, at: 1, Cancel);

        Assert.Equal(new NodeResult("api", Ok: true, Removed: 1), purged);
        Assert.DoesNotContain(
            await PlacesInRedisAsync(redis),
            key => key.Contains($"{Rabat}", StringComparison.Ordinal)
        );
        Assert.Single(await PlacesInRedisAsync(redis));
        await api.Http.GetStringAsync(AskFes, Cancel);
        Assert.Equal(2, upstream.Calls);
        await api.Http.GetStringAsync(AskRabat, Cancel);
        Assert.Equal(3, upstream.Calls);
    }

    [Fact]
    public async Task What_was_purged_does_not_stand_in_for_a_dead_upstream()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningApi api = await RunningApi.StartAsync(upstream);
        await api.Http.GetStringAsync(AskRabat, Cancel);
        upstream.Mode = StandInMode.ServerError;
        await api.PurgeAsync(Rabat, at: 1, Cancel);

        using HttpResponseMessage answer = await api.Http.GetAsync(AskRabat, Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task Air_of_the_place_is_forgotten_with_its_forecast()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningApi api = await RunningApi.StartAsync(upstream);
        await api.GetJsonUntilAsync($"{AskRabat}&include=air", HasAir, Cancel);
        NodeResult purged = await api.PurgeAsync(Rabat, at: 1, Cancel);
        await api.GetJsonUntilAsync($"{AskRabat}&include=air", HasAir, Cancel);

        Assert.Equal(2, purged.Removed);
        Assert.Equal(2, upstream.Air.Calls);

        static bool HasAir(JsonElement answer) => answer.TryGetProperty("air", out _);
    }

    [Fact]
    public async Task All_is_forgotten_on_every_node_of_one_Redis_and_stays_so_after_a_restart()
    {
        using var redis = new GarnetInstance();
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningApi told = await RunningApi.StartAsync(upstream, redis: redis.Connection);
        await using RunningApi untold = await RunningApi.StartAsync(upstream, time, redis.Connection);
        await told.Http.GetStringAsync(AskRabat, Cancel);
        await UntilInRedisAsync(redis, 1);
        await untold.Http.GetStringAsync(AskRabat, Cancel);
        Assert.Equal(1, upstream.Calls);
        upstream.Mode = StandInMode.ServerError;

        NodeResult purged = await told.PurgeAsync(null, at: 1_900_000_000_000, Cancel);

        Assert.Equal(new NodeResult("api", Ok: true), purged);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(told, AskRabat));
        await using RunningApi later = await RunningApi.StartAsync(upstream, redis: redis.Connection);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(later, AskRabat));
        // Nobody told this one; it looks every half minute.
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(untold, AskRabat));
        while (await StatusAsync(untold, AskRabat) == HttpStatusCode.OK)
        {
            time.Advance(TimeSpan.FromSeconds(30));
        }
    }

    [Fact]
    public async Task A_node_without_Redis_knows_after_a_restart_that_all_was_purged()
    {
        string state = Directory.CreateTempSubdirectory("weather-purge-").FullName;
        try
        {
            await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
            await using (RunningApi before = await RunningApi.StartAsync(upstream, stateDirectory: state))
            {
                await before.Http.GetStringAsync(AskRabat, Cancel);
                Assert.True((await before.PurgeAsync(null, at: 1_900_000_000_000, Cancel)).Ok);
            }

            upstream.Mode = StandInMode.ServerError;
            await using RunningApi after = await RunningApi.StartAsync(upstream, stateDirectory: state);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(after, AskRabat));
        }
        finally
        {
            Directory.Delete(state, recursive: true);
        }
    }

    [Fact]
    public async Task The_same_purge_told_twice_is_one_and_a_later_one_by_a_slow_clock_is_another()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningApi api = await RunningApi.StartAsync(upstream);
        await api.PurgeAsync(null, at: 1_900_000_000_000, Cancel);
        await api.Http.GetStringAsync(AskRabat, Cancel);
        await api.PurgeAsync(null, at: 1_900_000_000_000, Cancel);
        await api.Http.GetStringAsync(AskRabat, Cancel);
        Assert.Equal(1, upstream.Calls);
        await api.PurgeAsync(null, at: 1_899_999_999_000, Cancel);
        await api.Http.GetStringAsync(AskRabat, Cancel);
        Assert.Equal(2, upstream.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Redis_that_does_not_answer_is_told_and_memory_forgets_all_the_same(bool onePlace)
    {
        await using RedisServer redis = await RedisServer.StartAsync(Cancel);
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningApi api = await RunningApi.StartAsync(upstream, redis: redis.Connection);
        await api.Http.GetStringAsync(AskRabat, Cancel);
        redis.Hang();
        NodeResult purged = await api.PurgeAsync(onePlace ? Rabat : null, at: 1_900_000_000_000, Cancel);
        HttpStatusCode status = await StatusAsync(api, AskRabat);
        redis.Wake();

        Assert.False(purged.Ok);
        Assert.Contains("second level", purged.Reason, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(2, upstream.Calls);
    }

    [Fact]
    public async Task A_fetch_under_way_brings_back_nothing_of_what_was_purged()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningApi api = await RunningApi.StartAsync(upstream);
        await api.Http.GetStringAsync(AskRabat, Cancel);
        await api.Values.ExpireAsync($"place:{Rabat}", token: Cancel);
        Task held = upstream.HoldNext();
        Task<HttpStatusCode> waits = StatusAsync(api, AskRabat);
        await held;
        // Given the old forecast after half a second, while the fetch goes on.
        Assert.Equal(HttpStatusCode.OK, await waits);
        await api.PurgeAsync(Rabat, at: 1, Cancel);
        upstream.Release();

        MaybeValue<ForecastEntry> landed;
        do
        {
            landed = await api.Values.TryGetAsync<ForecastEntry>($"place:{Rabat}", token: Cancel);
        } while (!landed.HasValue);

        Assert.Null(landed.Value.Forecast);
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningApi api, string path)
    {
        using HttpResponseMessage answer = await api.Http.GetAsync(path, Cancel);
        return answer.StatusCode;
    }

    private static async Task UntilInRedisAsync(GarnetInstance redis, int places)
    {
        // The write runs behind the answer.
        while ((await PlacesInRedisAsync(redis)).Length < places)
        {
            await Task.Yield();
        }
    }

    private static async Task<string[]> PlacesInRedisAsync(GarnetInstance redis)
    {
        await using StackExchange.Redis.ConnectionMultiplexer connection =
            await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(redis.Connection);
        return
        [
            .. connection
                .GetServer(redis.Connection)
                .Keys(pattern: "weather:*place:*")
                .Select(key => $"{key}"),
        ];
    }
}
