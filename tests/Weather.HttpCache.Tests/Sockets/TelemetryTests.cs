using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Weather.HttpCache.Tests.Origin;

namespace Weather.HttpCache.Tests.Sockets;

/// <summary>Alone, because spans and measurements are the process's.</summary>
[Collection(nameof(Measured))]
public sealed class TelemetryTests
{
    private static readonly (string, string) Policy = (
        "CDN-Cache-Control",
        "max-age=10, stale-while-revalidate=20"
    );

    [Fact]
    public async Task Requests_are_counted_by_what_the_cache_did()
    {
        ConcurrentQueue<string> results = new();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Name == "weather.edge.cache.requests")
                {
                    own.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) => results.Enqueue((string)tags[0].Value!)
        );
        listener.Start();
        await using Running running = await Running.StartAsync(_ => Reply.Of("x", Policy));
        await running.TextAsync("/a");
        await running.TextAsync("/a");
        running.Time.Advance(TimeSpan.FromSeconds(15));
        await running.TextAsync("/a");
        await running.SettledAsync();
        using HttpResponseMessage post = await running.SendAsync(HttpMethod.Post, "/a", []);
        Assert.Equal("miss hit stale bypass", string.Join(' ', results));
    }

    [Fact]
    public async Task A_miss_belongs_to_the_trace_of_its_request_and_a_refresh_is_linked_to_it()
    {
        ConcurrentQueue<Activity> fetches = new();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Weather.HttpCache" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.OperationName == "cache.fetch")
                {
                    fetches.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using Running running = await Running.StartAsync(_ => Reply.Of("x", Policy));
        const string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        await running.TextAsync("/a", ("traceparent", $"00-{trace}-00f067aa0ba902b7-01"));
        running.Time.Advance(TimeSpan.FromSeconds(15));
        await running.TextAsync("/a", ("traceparent", $"00-{trace}-00f067aa0ba902b7-01"));
        await running.SettledAsync();

        Assert.Collection(
            fetches,
            miss => Assert.Equal(trace, miss.TraceId.ToString()),
            refresh =>
            {
                Assert.NotEqual(trace, refresh.TraceId.ToString());
                Assert.Equal(trace, Assert.Single(refresh.Links).Context.TraceId.ToString());
            }
        );
    }
}
