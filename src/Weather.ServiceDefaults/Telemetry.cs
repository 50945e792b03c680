using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Weather.ServiceDefaults;

/// <summary>
/// Traces and metrics, once per process. Our own sources and meters are named <c>Weather.*</c>; the rest are the stable names
/// of the libraries. Exported by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set, and always at <c>/metrics</c>.
/// </summary>
internal static class Telemetry
{
    private static readonly string[] Sources =
    [
        "Weather.*",
        "Yarp.ReverseProxy",
        // The memory level of FusionCache is noise in a trace: one span per hit.
        "ZiggyCreatures.Caching.Fusion",
        "ZiggyCreatures.Caching.Fusion.Distributed",
    ];

    private static readonly string[] Meters =
    [
        "Weather.*",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Net.Http",
        "ZiggyCreatures.Caching.Fusion",
        "Polly",
    ];

    public static void AddTelemetry(
        this IServiceCollection services,
        IConfiguration configuration,
        string version
    )
    {
        // Each host says itself whose trace context it takes (DistributedContextPropagator). The SDK's default, which reads baggage too, would have
        // its instrumentation read the request once more behind the host's back.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        OpenTelemetryBuilder telemetry = services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("weather", serviceVersion: version))
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(Meters)
                    .AddRuntimeInstrumentation()
                    .SetExemplarFilter(ExemplarFilterType.TraceBased)
                    .AddPrometheusExporter()
            )
            .WithTracing(traces =>
                traces.AddSource(Sources).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation()
            );
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            telemetry.UseOtlpExporter();
        }
    }
}
