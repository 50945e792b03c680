using System.Net;
using NeoSmart.Caching.Sqlite;
using Weather.ServiceDefaults;
using Weather.StandIns;
using Xunit;

namespace Weather.Api.Tests;

/// <summary>One node without Redis: what it fetched is still there after a restart.</summary>
public sealed class StateDirectoryTests : IDisposable
{
    private const string Rabat = "/v1/forecast?city=Rabat";
    private readonly string _directory = Directory.CreateTempSubdirectory("weather-state-").FullName;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Restart_forgets_no_forecast_and_asks_nobody()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        byte[] before;
        await using (RunningApi api = await RunningApi.StartAsync(upstream, stateDirectory: _directory))
        {
            before = await api.Http.GetByteArrayAsync(Rabat, Cancel);
            await WaitForEntryAsync();
        }

        upstream.Mode = StandInMode.Poison;
        await using RunningApi restarted = await RunningApi.StartAsync(upstream, stateDirectory: _directory);
        using HttpResponseMessage after = await restarted.Http.GetAsync(Rabat, Cancel);

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal(before, await after.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(1, upstream.Calls);
    }

    [Fact]
    public async Task Directory_that_cannot_be_written_stops_the_start()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        string file = Path.Combine(_directory, "file");
        await File.WriteAllTextAsync(file, "", Cancel);

        InvalidConfigurationException problem = await Assert.ThrowsAsync<InvalidConfigurationException>(() =>
            RunningApi.StartAsync(upstream, stateDirectory: Path.Combine(file, "state"))
        );

        Assert.Equal("Weather:StateDirectory", problem.Key);
    }

    /// <summary>The write runs behind the answer.</summary>
    private async Task WaitForEntryAsync()
    {
        using var cache = new SqliteCache(
            new SqliteCacheOptions { CachePath = Path.Combine(_directory, "forecasts.db") }
        );
        while (await cache.GetAsync("v2:f1:place:2538475", Cancel) is null)
        {
            await Task.Delay(20, Cancel);
        }
    }
}
