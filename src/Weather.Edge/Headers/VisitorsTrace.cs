using System.Diagnostics;

namespace Weather.Edge.Headers;

/// <summary>
/// At the public edge a trace begins: a visitor's <c>traceparent</c> and <c>baggage</c> are not read, or anybody could have his requests sampled
/// and put them into the traces of others. Between edge and API they are sent and read as ever.
/// </summary>
internal sealed class VisitorsTrace : DistributedContextPropagator
{
    private static readonly DistributedContextPropagator Usual = CreateDefaultPropagator();

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
