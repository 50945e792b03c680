using System.Text;
using Weather.Model;
using Weather.StandIns;
using Xunit;

namespace Weather.Providers.Tests.Recording;

/// <summary>What a record must not hold, and must not cost.</summary>
public sealed class RecordSafetyTests : IDisposable
{
    private const string Key = "canary+key/1=";
    private static readonly ForecastRequest Fes = new(GeoPoint.Create(34.03313, -5.00028), 400);
    private readonly string _folder = Directory.CreateTempSubdirectory("weather-record-").FullName;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Keys_are_taken_out_of_address_headers_and_body()
    {
        await using BodyServer upstream = await BodyServer.StartAsync(http =>
        {
            http.Response.Headers["X-Cache-Key"] = $"/v1/forecast?apikey={Uri.EscapeDataString(Key)}&x=1";
            http.Response.Headers["X-Echo"] = Key;
            http.Response.Headers.SetCookie = "session=1";
            http.Response.ContentType = "text/plain";
            return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"Key {Key} is unknown")).AsTask();
        });
        await using RunningProviders providers = RunningProviders.Create(
            upstream.BaseAddress,
            settings: [("Weather:Record", _folder), ("Weather:Providers:OpenMeteo:ApiKey", Key)]
        );

        await providers["open-meteo"].GetAsync(Fes, Cancel);

        string all = string.Concat(
            Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(File.ReadAllText)
        );
        Assert.DoesNotContain("canary", all, StringComparison.Ordinal);
        Assert.DoesNotContain("session", all, StringComparison.Ordinal);
        Assert.Contains("apikey=REDACTED&x=1", all, StringComparison.Ordinal);
        Assert.Contains("Key REDACTED is unknown", all, StringComparison.Ordinal);
        Assert.Contains("real, key redacted", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disk_that_fails_costs_the_record_and_not_the_forecast()
    {
        await using MetNorwayStandIn upstream = await MetNorwayStandIn.StartAsync();
        await using RunningProviders providers = RunningProviders.CreateMetNorway(
            upstream.BaseAddress,
            time: null,
            settings: ("Weather:Record", _folder)
        );
        // A folder where the file should be.
        Directory.CreateDirectory(Path.Combine(_folder, "manifest.json.new"));

        Assert.IsType<ProviderResult.Success>(await providers["met-norway"].GetAsync(Fes, Cancel));
    }
}
