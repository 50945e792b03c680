using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;
using Weather.StandIns;
using Xunit;

namespace Weather.System.Tests;

/// <summary>
/// What a visitor's <c>traceparent</c> does to the telemetry of the whole process: nothing. Alone, because activity sources are the process's: another
/// test's telemetry would record what ours does not.
/// </summary>
[CollectionDefinition(nameof(VisitorTraceTests), DisableParallelization = true)]
[Collection(nameof(VisitorTraceTests))]
public sealed class VisitorTraceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("always_on", "01", true)]
    [InlineData("parentbased_always_on", "00", true)]
    [InlineData("parentbased_always_off", "01", false)]
    public async Task A_visitor_neither_joins_a_trace_nor_decides_whether_there_is_one(
        string sampler,
        string visitorsFlags,
        bool isRecorded
    )
    {
        var visitors = ActivityTraceId.CreateRandom();
        var spans = new List<Activity>();
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        RunningServer server = await RunningServer.StartAsync(
            [
                $"--Weather:Providers:OpenMeteo:BaseAddress={upstream.BaseAddress}",
                $"--OTEL_TRACES_SAMPLER={sampler}",
            ],
            builder =>
                builder.Services.AddOpenTelemetry().WithTracing(traces => traces.AddInMemoryExporter(spans))
        );
        await using (server)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/forecast?city=Marrakech");
            request.Headers.Add("traceparent", $"00-{visitors}-00000000000000e1-{visitorsFlags}");
            request.Headers.Add("tracestate", "evil=1");
            request.Headers.Add("baggage", "evil=1");
            // Ours would be added to it, or put in its place.
            using var client = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null })
            {
                BaseAddress = server.Public.BaseAddress,
            };
            using HttpResponseMessage answer = await client.SendAsync(request, Cancel);
            Assert.True(answer.IsSuccessStatusCode);
            server.Services.GetRequiredService<TracerProvider>().ForceFlush();
        }

        Assert.Equal(isRecorded, spans.Count > 0);
        Assert.DoesNotContain(spans, span => span.TraceId == visitors);
        Assert.DoesNotContain(spans, span => span.TraceStateString is not null || span.Baggage.Any());
        if (isRecorded)
        {
            // Edge and API still share one trace.
            Assert.Contains(
                spans.GroupBy(span => span.TraceId),
                trace =>
                    trace.Count(span =>
                        span.Source.Name == "Microsoft.AspNetCore" && span.Kind == ActivityKind.Server
                    ) == 2
            );
        }
    }
}
