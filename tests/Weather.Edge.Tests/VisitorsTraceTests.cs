using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;
using Xunit;

namespace Weather.Edge.Tests;

public sealed class VisitorsTraceTests
{
    private const string Visitors = "0af7651916cd43dd8448eb211c80319c";

    [Theory]
    [InlineData("/v1/forecast?city=fes")]
    [InlineData("/v1/forecast?city=fes&past=the-cache")]
    public async Task A_visitor_can_neither_join_a_trace_nor_have_one_sampled(string path)
    {
        var spans = new List<Activity>();
        await using ApiStandIn api = await ApiStandIn.StartAsync();
        RunningNode edge = await RunningNode.EdgeAsync(
            builder =>
                builder.Services.AddOpenTelemetry().WithTracing(traces => traces.AddInMemoryExporter(spans)),
            RunningEdge.At(api)
        );
        await using (edge)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("traceparent", $"00-{Visitors}-b7ad6b7169203331-01");
            request.Headers.Add("tracestate", "visitor=1");
            request.Headers.Add("baggage", "visitor=1");
            using HttpResponseMessage answer = await edge.Public.SendAsync(
                request,
                TestContext.Current.CancellationToken
            );
            edge.Services.GetRequiredService<TracerProvider>().ForceFlush();
        }

        ReceivedRequest asked = Assert.Single(api.Received);
        string trace = asked.Headers["traceparent"].Split('-')[1];
        Assert.NotEqual(Visitors, trace, StringComparer.Ordinal);
        Assert.False(asked.Headers.TryGetValue("tracestate", out _));
        Assert.Contains(spans, span => span.Kind == ActivityKind.Server && $"{span.TraceId}" == trace);
        Assert.DoesNotContain(spans, span => $"{span.TraceId}" == Visitors);
        Assert.DoesNotContain(spans, span => span.Links.Any(link => $"{link.Context.TraceId}" == Visitors));
    }
}
