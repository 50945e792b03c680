using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;
using Weather.StandIns;
using Xunit;

namespace Weather.System.Tests;

/// <summary>Role <c>all</c> in front of an upstream that speaks Open-Meteo's protocol on loopback.</summary>
public sealed class WholePathTests
{
    private const string Marrakech = "/v1/forecast?city=Marrakech&lang=ar-MA";
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forecast_of_Marrakech_goes_through_every_stage()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningServer server = await RunningServer.StartAsync(Settings(upstream));

        using HttpResponseMessage answer = await server.Public.GetAsync(Marrakech, Cancel);
        using JsonDocument body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        JsonElement root = body.RootElement;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("مراكش", root.GetProperty("place").GetProperty("name").GetString());
        Assert.Equal("ar-MA", root.GetProperty("lang").GetString());
        Assert.Equal("open-meteo", root.GetProperty("source").GetProperty("provider").GetString());
        Assert.Equal(48, root.GetProperty("hourly").GetProperty("temp").GetArrayLength());
        Assert.Equal(7, root.GetProperty("daily").GetProperty("max").GetArrayLength());
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("place-2542997", answer.Headers.GetValues("Cache-Tag").Single());
        Assert.NotNull(answer.Headers.ETag);
        Assert.Equal(1, upstream.Calls);
    }

    [Fact]
    public async Task Cold_herd_of_200_costs_one_upstream_call()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningServer server = await RunningServer.StartAsync(Settings(upstream));

        HttpResponseMessage[] answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(_ => server.Public.GetAsync(Marrakech, Cancel))
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(1, upstream.Calls);
    }

    [Fact]
    public async Task Without_a_network_sample_data_are_served_and_marked()
    {
        await using RunningServer server = await RunningServer.StartAsync(
        // A loopback port that nobody listens on.
        [
            $"--Weather:Providers:OpenMeteo:BaseAddress=http://127.0.0.1:{PublishedServer.FreePort()}/",
        ]);

        using JsonDocument body = JsonDocument.Parse(await server.Public.GetStringAsync(Marrakech, Cancel));

        Assert.Equal("sample", body.RootElement.GetProperty("source").GetProperty("provider").GetString());
    }

    [Fact]
    public async Task Each_span_is_exported_once_though_two_hosts_run()
    {
        var spans = new List<Activity>();
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        RunningServer server = await RunningServer.StartAsync(
            Settings(upstream),
            builder =>
                builder.Services.AddOpenTelemetry().WithTracing(traces => traces.AddInMemoryExporter(spans))
        );
        await using (server)
        {
            await server.Public.GetStringAsync(Marrakech, Cancel);
            server.Services.GetRequiredService<TracerProvider>().ForceFlush();
        }

        // The stand-in shares the process and has a trace of its own: ours goes no farther than to its door.
        Activity[] trace = [.. spans.GroupBy(span => span.TraceId).MaxBy(group => group.Count())!];
        Assert.Equal(spans.Select(span => span.SpanId).Distinct().Count(), spans.Count);
        // Edge and API each have one server span in the same trace.
        Assert.Equal(
            2,
            trace.Count(span =>
                span.Source.Name == "Microsoft.AspNetCore" && span.Kind == ActivityKind.Server
            )
        );
        Assert.Contains(
            trace,
            span => span.Source.Name == "System.Net.Http" && span.Kind == ActivityKind.Client
        );
    }

    [Fact]
    public async Task Spans_name_neither_the_visitor_nor_where_he_stands()
    {
        var spans = new List<Activity>();
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        RunningServer server = await RunningServer.StartAsync(
            Settings(upstream),
            builder =>
                builder.Services.AddOpenTelemetry().WithTracing(traces => traces.AddInMemoryExporter(spans))
        );
        await using (server)
        {
            await server.Public.GetStringAsync("/v1/forecast?lat=24.51234&lon=-1.48765", Cancel);
            server.Services.GetRequiredService<TracerProvider>().ForceFlush();
        }

        KeyValuePair<string, object?>[] tags = [.. spans.SelectMany(span => span.TagObjects)];
        Assert.NotEmpty(tags);
        Assert.DoesNotContain(
            tags,
            tag => tag.Key is "client.address" or "network.peer.address" or "http.client_ip"
        );
        // Neither as it was asked nor on the grid: a point in the Sahara, far from any place.
        Assert.DoesNotContain(tags, tag => $"{tag.Value}".Contains("24.5", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Management_port_tells_health_and_metrics_and_the_public_port_does_not()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningServer server = await RunningServer.StartAsync(Settings(upstream));
        await server.Public.GetStringAsync(Marrakech, Cancel);

        string metrics = await server.Management.GetStringAsync("/metrics", Cancel);

        Assert.Contains("weather_forecast_age_seconds_bucket", metrics, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds", metrics, StringComparison.Ordinal);
        foreach (string probe in new[] { "live", "ready", "startup" })
        {
            using HttpResponseMessage health = await server.Management.GetAsync($"/healthz/{probe}", Cancel);
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        }

        using HttpResponseMessage outside = await server.Public.GetAsync("/metrics", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Fact]
    public async Task Edge_and_api_as_separate_roles_give_the_same_answer()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningServer api = await RunningServer.StartAsync(["api", .. Settings(upstream)]);
        await using RunningServer edge = await RunningServer.StartAsync([
            "edge",
            $"--ReverseProxy:Clusters:api:Destinations:1:Address={api.Public.BaseAddress}",
        ]);

        byte[] direct = await api.Public.GetByteArrayAsync(Marrakech, Cancel);
        byte[] through = await edge.Public.GetByteArrayAsync(Marrakech, Cancel);

        Assert.Equal(direct, through);
        Assert.Equal(1, upstream.Calls);
    }

    [Fact]
    public async Task Edge_in_front_of_a_dead_api_answers_with_an_error_and_stays_ready()
    {
        await using RunningServer edge = await RunningServer.StartAsync([
            "edge",
            $"--ReverseProxy:Clusters:api:Destinations:1:Address=http://127.0.0.1:{PublishedServer.FreePort()}",
        ]);

        using HttpResponseMessage answer = await edge.Public.GetAsync(Marrakech, Cancel);
        using HttpResponseMessage ready = await edge.Management.GetAsync("/healthz/ready", Cancel);

        Assert.True((int)answer.StatusCode >= 500);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    private static string[] Settings(OpenMeteoStandIn upstream) =>
        [$"--Weather:Providers:OpenMeteo:BaseAddress={upstream.BaseAddress}"];
}
