using System.Net;
using Weather.ServiceDefaults;
using Weather.StandIns;
using Xunit;

namespace Weather.Api.Tests;

/// <summary>Redis behind the forecast cache: shared when there, missed when not, never in the way.</summary>
public sealed class SecondLevelTests
{
    private const string Rabat = "/v1/forecast?city=Rabat";
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Second_node_serves_what_the_first_one_fetched()
    {
        using var redis = new GarnetInstance();
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningApi first = await RunningApi.StartAsync(upstream, redis: redis.Connection);
        await using RunningApi second = await RunningApi.StartAsync(upstream, redis: redis.Connection);

        // Redis is given a tenth of a second, and a node's first question also connects.
        await second.Http.GetByteArrayAsync("/v1/forecast?city=Fes", Cancel);
        int known = await WaitForKeysAsync(redis.Connection, 1);
        byte[] one = await first.Http.GetByteArrayAsync(Rabat, Cancel);
        // The write to Redis runs behind the answer; the second node asks until it is there.
        await WaitForKeysAsync(redis.Connection, known + 1);
        byte[] two = await second.Http.GetByteArrayAsync(Rabat, Cancel);

        Assert.Equal(one, two);
        Assert.Equal(2, upstream.Calls);
    }

    [Fact]
    public async Task Redis_string_that_is_none_stops_the_start()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();

        InvalidConfigurationException problem = await Assert.ThrowsAsync<InvalidConfigurationException>(() =>
            RunningApi.StartAsync(upstream, redis: "localhost:6379,nosuchoption=1")
        );

        Assert.Equal("ConnectionStrings:Redis", problem.Key);
    }

    [Fact]
    public async Task Redis_that_is_not_there_costs_no_error()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningApi api = await RunningApi.StartAsync(
            upstream,
            redis: $"127.0.0.1:{GarnetInstance.FreePort()}"
        );

        using HttpResponseMessage cold = await api.Http.GetAsync(Rabat, Cancel);
        using HttpResponseMessage hit = await api.Http.GetAsync(Rabat, Cancel);

        Assert.Equal(HttpStatusCode.OK, cold.StatusCode);
        Assert.Equal(HttpStatusCode.OK, hit.StatusCode);
        Assert.Equal(1, upstream.Calls);
    }

    [Fact]
    public async Task Redis_that_hangs_costs_no_error_and_one_upstream_call_a_place()
    {
        await using RedisServer redis = await RedisServer.StartAsync(Cancel);
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningApi api = await RunningApi.StartAsync(upstream, redis: redis.Connection);
        await api.Http.GetStringAsync(Rabat, Cancel);

        redis.Hang();
        using HttpResponseMessage hit = await api.Http.GetAsync(Rabat, Cancel);
        using HttpResponseMessage cold = await api.Http.GetAsync("/v1/forecast?city=Fes", Cancel);
        redis.Wake();

        Assert.Equal(HttpStatusCode.OK, hit.StatusCode);
        Assert.Equal(HttpStatusCode.OK, cold.StatusCode);
        Assert.Equal(2, upstream.Calls);
    }

    private static async Task<int> WaitForKeysAsync(string connection, int least)
    {
        await using StackExchange.Redis.ConnectionMultiplexer redis =
            await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(connection);
        while (true)
        {
            int count = redis.GetServer(connection).Keys(pattern: "weather:*").Count();
            if (count >= least)
            {
                return count;
            }

            await Task.Delay(20, Cancel);
        }
    }
}
