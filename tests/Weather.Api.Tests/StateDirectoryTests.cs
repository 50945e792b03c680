using System.Net;
using Microsoft.Data.Sqlite;
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

    [Fact]
    public async Task Forecasts_of_another_upstream_are_not_served_as_this_ones()
    {
        await using OpenMeteoStandIn trial = await OpenMeteoStandIn.StartAsync();
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using (RunningApi api = await RunningApi.StartAsync(trial, stateDirectory: _directory))
        {
            await api.Http.GetByteArrayAsync(Rabat, Cancel);
            await WaitForEntryAsync();
        }

        await using RunningApi real = await RunningApi.StartAsync(upstream, stateDirectory: _directory);
        await real.Http.GetByteArrayAsync(Rabat, Cancel);

        Assert.Equal(1, upstream.Calls);
    }

    [Fact]
    public async Task Damaged_file_is_set_aside_and_costs_no_answer()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "forecasts.db"), new string('x', 9000), Cancel);
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningApi api = await RunningApi.StartAsync(upstream, stateDirectory: _directory);

        using HttpResponseMessage answer = await api.Http.GetAsync(Rabat, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(File.Exists(Path.Combine(_directory, "forecasts.db.damaged")));
    }

    /// <summary>The write runs behind the answer.</summary>
    private async Task WaitForEntryAsync()
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(_directory, "forecasts.db"),
            Pooling = false,
        };
        await using var file = new SqliteConnection(connection.ToString());
        await file.OpenAsync(Cancel);
        await using SqliteCommand count = file.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM cache";
        while (await count.ExecuteScalarAsync(Cancel) is not > 0L)
        {
            await Task.Delay(20, Cancel);
        }
    }
}
