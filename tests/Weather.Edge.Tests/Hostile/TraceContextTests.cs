using System.Collections.Concurrent;
using System.Diagnostics;
using Xunit;

namespace Weather.Edge.Tests.Hostile;

/// <summary>A trace context from outside ends at the edge, and the edge's own goes on to the origin.</summary>
public sealed class TraceContextTests(AttackedEdge edge) : IClassFixture<AttackedEdge>
{
    private const string Server = "Microsoft.AspNetCore";

    [Theory]
    [InlineData("")]
    [InlineData("&unknown=1")]
    public async Task A_visitor_neither_joins_a_trace_nor_injects_baggage(string more)
    {
        var visitors = ActivityTraceId.CreateRandom();
        var activities = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Server or "Weather.HttpCache",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);

        string city = edge.NewCity();
        await edge.AttackAsync(
            $"GET /v1/forecast?city=CITY{more} HTTP/1.1\r\nHost: edge\r\n"
                + $"traceparent: 00-{visitors}-00000000000000e1-01\r\ntracestate: evil=1\r\n"
                + "baggage: evil=1\r\nCorrelation-Context: evil=1\r\nRequest-Id: |evil.\r\n\r\n",
            city
        );

        string received = Assert.Single(edge.ReceivedAbout(city));
        string forwarded = received.Split("traceparent: 00-")[1][..32];
        Assert.DoesNotContain("evil", received, StringComparison.Ordinal);
        Assert.DoesNotContain(activities, activity => activity.TraceId == visitors);
        Assert.DoesNotContain(activities, activity => activity.Baggage.Any());
        // The edge's and the origin's.
        Assert.Equal(
            2,
            activities.Count(each => each.Source.Name == Server && each.TraceId.ToString() == forwarded)
        );
    }
}
