using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Weather.Model;
using Weather.StandIns;
using Xunit;

namespace Weather.Providers.Tests;

/// <summary>A key, and a secret that is none of the providers' business, sing nowhere: logs, traces, metrics, exceptions, details, records.</summary>
public sealed class CanaryTests
{
    private const string Key = "kanari-3f9c1a7e-key";
    private const string Secret = "kanari-b81d44-secret";
    private static readonly ForecastRequest Somewhere = new(GeoPoint.Create(31.6342, -7.9999));
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<StandInMode> Modes =>
        [.. Enum.GetValues<StandInMode>().Where(mode => mode is not StandInMode.Hang)];

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Secrets_are_in_no_log_trace_metric_exception_detail_or_record(StandInMode mode)
    {
        using var log = new CapturedLog();
        var heard = new ConcurrentQueue<string>();
        using ActivityListener traces = Listen(heard);
        using MeterListener meters = Measure(heard);
        string folder = Directory.CreateTempSubdirectory("weather-record-").FullName;
        await using OpenMeteoStandIn openMeteo = await OpenMeteoStandIn.StartAsync();
        await using MetNorwayStandIn metNorway = await MetNorwayStandIn.StartAsync();
        await using RunningProviders providers = RunningProviders.Create(
            openMeteo.BaseAddress,
            TimeProvider.System,
            development: false,
            services =>
                services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log)),
            ("Weather:Operator:Contact", "ops@news.example"),
            ("Weather:Management:Token", Secret),
            ("Weather:Providers:OpenMeteo:ApiKey", Key),
            ("Weather:Providers:MetNorway:BaseAddress", metNorway.BaseAddress.ToString()),
            ("Weather:Alerts:Feeds:MA", $"{openMeteo.BaseAddress}feed?token={Secret}"),
            ("Weather:Record", folder)
        );
        metNorway.RedirectTo = new Uri($"{openMeteo.BaseAddress}?apikey={Key}&token={Secret}");
        openMeteo.Mode = mode;
        openMeteo.Air.Mode = mode;
        metNorway.Mode = mode;

        foreach (string name in providers.Names)
        {
            heard.Enqueue((await providers[name].GetAsync(Somewhere, Cancel)).ToString());
        }

        heard.Enqueue((await providers.Chain.GetAsync(Somewhere, Cancel)).ToString());
        heard.Enqueue((await providers.Air.GetAsync(Somewhere.Point, Cancel)).ToString());
        heard.Enqueue((await providers.Alerts.GetAsync("MA", null, Cancel)).ToString());
        string[] records =
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(File.ReadAllText),
        ];
        Directory.Delete(folder, recursive: true);

        // Asked alone, and in the chain unless MET Norway was quicker there.
        Assert.InRange(openMeteo.Calls, 1, 2);
        Assert.NotEmpty(log.Lines);
        Assert.Contains(heard, line => line.StartsWith("activity ", StringComparison.Ordinal));
        Assert.Contains(heard, line => line.StartsWith("metric ", StringComparison.Ordinal));
        Assert.True(mode is StandInMode.CutOff or StandInMode.Huge || records.Length > 2);
        Assert.All(
            log.Lines.Concat(heard).Concat(records),
            line => Assert.DoesNotContain("kanari", line, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Theory]
    [InlineData("Weather:Usage", "commercial")]
    [InlineData("Weather:Providers:OpenMeteo:BaseAddress", $"https://api.open-meteo.com/?apikey={Key}")]
    [InlineData("Weather:Providers:OpenMeteo:BaseAddress", $"https://operator:{Key}@weather.example/")]
    [InlineData("Weather:Providers:OpenMeteo:BaseAddress", "https://api.open-meteo.com/")]
    [InlineData("Weather:Providers:OpenMeteo:Enabled", Key)]
    [InlineData("Weather:Providers:MetNorway:BaseAddress", $"https://operator:{Key}@weather.example/")]
    [InlineData("Weather:Providers:Order", Key)]
    [InlineData("Weather:Operator:Contact", Secret)]
    [InlineData("Weather:Record", $"/dev/null/{Secret}")]
    public void Start_that_is_refused_repeats_no_value(string key, string value)
    {
        (string, string?)[] settings =
            key == "Weather:Usage"
                ? [(key, value), ("Weather:Providers:OpenMeteo:BaseAddress", "https://api.open-meteo.com/")]
                : [(key, value)];

        OptionsValidationException problem = Assert.Throws<OptionsValidationException>(() =>
            RunningProviders.Create(
                new Uri("http://127.0.0.1:1/"),
                settings: [("Weather:Providers:OpenMeteo:ApiKey", Key), .. settings]
            )
        );

        Assert.DoesNotContain("kanari", problem.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', problem.Message);
    }

    private static ActivityListener Listen(ConcurrentQueue<string> heard)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                heard.Enqueue(
                    $"activity {activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)}"
                );
                foreach (ActivityEvent happened in activity.Events)
                {
                    heard.Enqueue($"{happened.Name} {string.Join(' ', happened.Tags)}");
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Measure(ConcurrentQueue<string> heard)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, meters) => meters.EnableMeasurementEvents(instrument),
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, _, tags, _) => heard.Enqueue($"metric {instrument.Name} {Tags(tags)}")
        );
        listener.SetMeasurementEventCallback<double>(
            (instrument, _, tags, _) => heard.Enqueue($"metric {instrument.Name} {Tags(tags)}")
        );
        listener.Start();
        return listener;
    }

    private static string Tags(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.ToArray());
}
