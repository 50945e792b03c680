using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Weather.Edge.Tests.Limits;

/// <summary>What operators see of refusals: how many and of which kind, and never whose.</summary>
public sealed class LimitPrivacyTests
{
    [Fact]
    public async Task Refusals_are_counted_by_kind_and_no_log_line_or_tag_names_a_client()
    {
        const string client = "203.0.113.77";
        var logs = new KeptLogs();
        var tags = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, mine) =>
            {
                if (instrument.Meter.Name.StartsWith("Weather.", StringComparison.Ordinal))
                {
                    mine.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, _, given, _) =>
            {
                foreach (KeyValuePair<string, object?> tag in given)
                {
                    tags.Enqueue($"{instrument.Name} {tag.Key}={tag.Value}");
                }
            }
        );
        listener.Start();
        using ILoggerFactory loggers = LoggerFactory.Create(logging =>
            logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs)
        );
        await using ApiStandIn api = await ApiStandIn.StartAsync();
        await using RunningEdge trusting = await RunningEdge.StartAsync(
            TimeProvider.System,
            loggers,
            RunningEdge.At(api),
            ("Weather:Edge:TrustedProxies", "127.0.0.1"),
            ("Weather:Edge:Limits:ClientBurst", "1"),
            ("Weather:Edge:Limits:ClientPerMinute", "1")
        );
        await using RunningEdge wary = await RunningEdge.StartAsync(
            TimeProvider.System,
            loggers,
            RunningEdge.At(api),
            ("Weather:Edge:Limits:SiteBurst", "1"),
            ("Weather:Edge:Limits:SitePerMinute", "1")
        );
        foreach (RunningEdge edge in new[] { trusting, wary })
        {
            foreach (string city in new[] { "fes", "rabat" })
            {
                (
                    await edge.GetAsync(
                        $"/v1/forecast?city={city}",
                        ("X-Forwarded-For", client),
                        ("Origin", "https://news.example")
                    )
                ).Dispose();
            }
        }

        Assert.Contains("weather.edge.limited kind=client", tags, StringComparer.Ordinal);
        Assert.Contains("weather.edge.limited kind=site", tags, StringComparer.Ordinal);
        Assert.DoesNotContain(tags, tag => tag.Contains(client, StringComparison.Ordinal));
        Assert.DoesNotContain(tags, tag => tag.Contains("news.example", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Lines, line => line.Contains(client, StringComparison.Ordinal));
        Assert.Single(
            logs.Lines,
            line => line.Contains("Weather:Edge:TrustedProxies is not set", StringComparison.Ordinal)
        );
    }
}
