using System.Diagnostics;

namespace Weather.Edge.Proxy;

/// <summary>
/// Trace context ends at the public port. Believed, a visitor's <c>traceparent</c> would let anybody have us record (the sampled flag), forbid it, or
/// write into a trace that is not theirs, and <c>baggage</c> would travel on to whatever we ask. Every request from outside begins a trace;
/// between edge and API it goes on as usual.
/// </summary>
internal sealed class OwnTraces : DistributedContextPropagator
{
    private static readonly DistributedContextPropagator Usual = CreateDefaultPropagator();

    /// <summary>What carries a trace or baggage, in every spelling that .NET reads.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "traceparent",
        "tracestate",
        "baggage",
        "Correlation-Context",
        "Request-Id",
    ];

    public override IReadOnlyCollection<string> Fields => Usual.Fields;

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) =>
        Usual.Inject(activity, carrier, setter);

    public override void ExtractTraceIdAndState(
        object? carrier,
        PropagatorGetterCallback? getter,
        out string? traceId,
        out string? traceState
    ) => (traceId, traceState) = (null, null);

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(
        object? carrier,
        PropagatorGetterCallback? getter
    ) => null;
}
