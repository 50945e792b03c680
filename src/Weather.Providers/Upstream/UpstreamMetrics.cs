using System.Diagnostics.Metrics;

namespace Weather.Providers.Upstream;

/// <summary>What the providers measure; every name in one place.</summary>
public sealed class UpstreamMetrics
{
    public const string MeterName = "Weather.Providers";
    private const string Requests = "weather.upstream.requests";
    private const string Skipped = "weather.upstream.skipped";
    private const string Breaker = "weather.upstream.breaker";
    private const string BudgetRemaining = "weather.upstream.budget.remaining";
    private const string BudgetSpent = "weather.upstream.budget.spent";
    private const string Deprecations = "weather.upstream.deprecated";

    private readonly Meter _meter;
    private readonly Counter<long> _requests;
    private readonly Counter<long> _skipped;
    private readonly Counter<long> _deprecations;
    private readonly Counter<double> _spent;

    public UpstreamMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _requests = _meter.CreateCounter<long>(
            Requests,
            unit: "{request}",
            description: "Questions to a provider, by outcome: success or the kind of refusal."
        );
        _skipped = _meter.CreateCounter<long>(
            Skipped,
            unit: "{request}",
            description: "Questions that a provider was spared, by what held them (breaker, budget, pace) and its reason."
        );
        _spent = _meter.CreateCounter<double>(
            BudgetSpent,
            unit: "{call}",
            description: "Weight of the calls to a provider with a quota."
        );
        _deprecations = _meter.CreateCounter<long>(
            Deprecations,
            unit: "{response}",
            description: "Answers by which a provider says that the product will go away (status 203)."
        );
    }

    internal void Answered(string provider, ProviderResult result) =>
        Answered(provider, (result as ProviderResult.Refused)?.Kind);

    /// <param name="refusal">Null for success.</param>
    internal void Answered(string provider, RefusalKind? refusal) =>
        _requests.Add(
            1,
            Provider(provider),
            new KeyValuePair<string, object?>("outcome", refusal is { } kind ? Outcome(kind) : "success")
        );

    /// <param name="provider">Who was not asked.</param>
    /// <param name="by"><c>breaker</c>, <c>budget</c> or <c>pace</c>.</param>
    /// <param name="reason">Why.</param>
    internal void NotAsked(string provider, string by, RefusalKind reason) =>
        _skipped.Add(
            1,
            Provider(provider),
            new KeyValuePair<string, object?>("by", by),
            new KeyValuePair<string, object?>("reason", Outcome(reason))
        );

    internal void Spent(string provider, double weight) => _spent.Add(weight, Provider(provider));

    internal void WatchBreakers(Func<IEnumerable<Measurement<int>>> measure) =>
        _meter.CreateObservableGauge(
            Breaker,
            measure,
            description: "Per provider and reason: 0 asks, 1 probes, 2 waits for a known time, 3 is stopped until restart or reset."
        );

    internal void WatchBudgets(Func<IEnumerable<Measurement<double>>> measure) =>
        _meter.CreateObservableGauge(
            BudgetRemaining,
            measure,
            unit: "{call}",
            description: "What is left of a provider's quota, per window (minute, hour, day, month)."
        );

    internal void Deprecated(string provider) => _deprecations.Add(1, Provider(provider));

    internal static string Outcome(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.Unreachable => "unreachable",
            RefusalKind.Failing => "failing",
            RefusalKind.Poisoned => "poisoned",
            RefusalKind.WrongPlace => "wrong_place",
            RefusalKind.NotCovered => "not_covered",
            RefusalKind.OverQuota => "over_quota",
            RefusalKind.Forbidden => "forbidden",
            _ => "contract_broken",
        };

    private static KeyValuePair<string, object?> Provider(string name) => new("provider", name);
}
