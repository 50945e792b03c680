using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Weather.Model;
using Weather.StandIns;
using Xunit;

namespace Weather.Providers.Tests.Recording;

/// <summary>Exchanges that were written down are the same exchanges when they are served again.</summary>
public sealed class RecordReplayTests : IDisposable
{
    private static readonly ForecastRequest Fes = new(GeoPoint.Create(34.03313, -5.00028), 400);
    private readonly string _folder = Directory.CreateTempSubdirectory("weather-record-").FullName;
    private readonly FakeTimeProvider _time = new(
        new DateTimeOffset(2026, 11, 24, 10, 11, 30, TimeSpan.Zero)
    );
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Weather:Record")]
    // What `--record DIR` on the command line becomes.
    [InlineData("record")]
    public async Task What_was_recorded_is_replayed_to_the_same_forecasts(string setting)
    {
        (ProviderResult openMeteo, ProviderResult metNorway) = await RecordAsync(setting, StandInMode.Normal);

        await using RunningProviders replay = Create(
            new Uri("https://openmeteo.example/"),
            new Uri("https://met.example/"),
            services =>
            {
                foreach (string name in new[] { "open-meteo", "met-norway" })
                {
                    services
                        .AddHttpClient(name)
                        .ConfigurePrimaryHttpMessageHandler(() => new ReplayHandler(_folder));
                }
            }
        );
        ProviderResult one = await replay["open-meteo"].GetAsync(Fes, Cancel);
        ProviderResult other = await replay["met-norway"].GetAsync(Fes, Cancel);

        AssertSame(openMeteo, one);
        AssertSame(metNorway, other);
    }

    [Fact]
    public async Task Record_has_the_form_of_the_fixtures()
    {
        await RecordAsync("Weather:Record", StandInMode.Normal);

        using JsonDocument manifest = JsonDocument.Parse(
            await File.ReadAllBytesAsync(Path.Combine(_folder, "manifest.json"), Cancel)
        );
        JsonElement[] entries = [.. manifest.RootElement.EnumerateArray()];
        Assert.Equal(2, entries.Length);
        foreach (JsonElement entry in entries)
        {
            string file = Path.Combine(_folder, entry.GetProperty("file").GetString()!);
            byte[] body = await File.ReadAllBytesAsync(file, Cancel);
            Assert.Equal(200, entry.GetProperty("status").GetInt32());
            Assert.Equal(body.Length, entry.GetProperty("bytes").GetInt32());
            Assert.Equal(
                Convert.ToHexStringLower(SHA256.HashData(body)),
                entry.GetProperty("sha256").GetString()
            );
            Assert.Equal("real", entry.GetProperty("state").GetString());
            Assert.StartsWith("GET 127.0.0.1:", entry.GetProperty("endpoint").GetString());
            using JsonDocument headers = JsonDocument.Parse(
                await File.ReadAllBytesAsync(Path.ChangeExtension(file, ".headers.json"), Cancel)
            );
            Assert.Equal(
                "Tue, 24 Nov 2026 10:11:30 GMT",
                headers.RootElement.GetProperty("recorded_at").GetString()
            );
            Assert.True(
                headers.RootElement.GetProperty("response_headers").TryGetProperty("Content-Type", out _)
            );
        }

        Assert.Contains(
            entries,
            entry =>
                entry.GetProperty("file").GetString()!.StartsWith("met-norway/", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(StandInMode.BadRequest, 400)]
    [InlineData(StandInMode.Overloaded, 503)]
    [InlineData(StandInMode.Poison, 200)]
    public async Task Failures_are_recorded_too(StandInMode mode, int status)
    {
        await RecordAsync("Weather:Record", mode);

        using JsonDocument manifest = JsonDocument.Parse(
            await File.ReadAllBytesAsync(Path.Combine(_folder, "manifest.json"), Cancel)
        );
        Assert.All(
            manifest.RootElement.EnumerateArray(),
            entry => Assert.Equal(status, entry.GetProperty("status").GetInt32())
        );
    }

    private async Task<(ProviderResult OpenMeteo, ProviderResult MetNorway)> RecordAsync(
        string setting,
        StandInMode mode
    )
    {
        await using OpenMeteoStandIn openMeteo = await OpenMeteoStandIn.StartAsync(_time);
        await using MetNorwayStandIn metNorway = await MetNorwayStandIn.StartAsync(_time);
        openMeteo.Mode = mode;
        metNorway.Mode = mode;
        await using RunningProviders providers = Create(
            openMeteo.BaseAddress,
            metNorway.BaseAddress,
            settings: (setting, _folder)
        );
        return (
            await providers["open-meteo"].GetAsync(Fes, Cancel),
            await providers["met-norway"].GetAsync(Fes, Cancel)
        );
    }

    private RunningProviders Create(
        Uri openMeteo,
        Uri metNorway,
        Action<IServiceCollection>? configure = null,
        params (string Key, string? Value)[] settings
    ) =>
        RunningProviders.Create(
            openMeteo,
            _time,
            development: false,
            configure,
            [
                ("Weather:Operator:Contact", "ops@news.example"),
                ("Weather:Providers:MetNorway:BaseAddress", metNorway.ToString()),
                .. settings,
            ]
        );

    private static void AssertSame(ProviderResult recorded, ProviderResult replayed)
    {
        Forecast one = Assert.IsType<ProviderResult.Success>(recorded).Forecast;
        Forecast other = Assert.IsType<ProviderResult.Success>(replayed).Forecast;
        Assert.Equal(one.Hours, other.Hours);
        Assert.Equal(one.Start, other.Start);
        Assert.Equal(one.Source, other.Source);
    }
}
