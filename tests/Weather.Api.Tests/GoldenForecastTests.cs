using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Weather.StandIns;
using Xunit;

namespace Weather.Api.Tests;

/// <summary>
/// Seven days and 48 hours of made-up weather at a fixed time, byte for byte: a field that comes, goes or changes its name shows here,
/// and so does what it weighs. <c>WEATHER_UPDATE_GOLDEN=1</c> writes the file anew.
/// </summary>
public sealed class GoldenForecastTests
{
    /// <summary>What a visitor loads at most, Brotli.</summary>
    private const int Limit = 1500;
    private const string Marrakech = "/v1/forecast?place=2542997&lang=ar-MA&days=7&hours=48";
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 10, 0, TimeSpan.Zero);
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forecast_of_seven_days_and_48_hours_is_the_golden_one_and_small()
    {
        var time = new FakeTimeProvider(Noon);
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync(time);
        await using RunningApi api = await RunningApi.StartAsync(upstream, time);

        byte[] body = await api.Http.GetByteArrayAsync(Marrakech, Cancel);
        if (Environment.GetEnvironmentVariable("WEATHER_UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllBytesAsync(Golden(), body, Cancel);
        }

        int brotli = Brotli(body);
        TestContext.Current.TestOutputHelper!.WriteLine($"{body.Length} B, Brotli {brotli} B of {Limit}");
        byte[] golden = await File.ReadAllBytesAsync(Golden(), Cancel);
        // As text first: a difference is easier to find there.
        Assert.Equal(Encoding.UTF8.GetString(golden), Encoding.UTF8.GetString(body));
        Assert.Equal(golden, body);
        Assert.InRange(brotli, 1, Limit);
    }

    private static int Brotli(byte[] body)
    {
        byte[] coded = new byte[body.Length];
        Assert.True(BrotliEncoder.TryCompress(body, coded, out int written, quality: 11, window: 22));
        return written;
    }

    private static string Golden([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Golden", "forecast-7d-48h.json");
}
