using System.Diagnostics.Metrics;

namespace Weather.Providers.Upstream;

/// <summary>What the providers measure; every name in one place.</summary>
public sealed class UpstreamMetrics
{
    public const string MeterName = "Weather.Providers";
    private const string Requests = "weather.upstream.requests";

    private const string Deprecations = "weather.upstream.deprecated";

    private readonly Counter<long> _requests;
    private readonly Counter<long> _deprecations;

    public UpstreamMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(MeterName);
        _requests = meter.CreateCounter<long>(
            Requests,
            unit: "{request}",
            description: "Questions to a provider, by outcome: success or the kind of refusal."
        );
        _deprecations = meter.CreateCounter<long>(
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
            new KeyValuePair<string, object?>("provider", provider),
            new KeyValuePair<string, object?>("outcome", refusal is { } kind ? Outcome(kind) : "success")
        );

    internal void Deprecated(string provider) =>
        _deprecations.Add(1, new KeyValuePair<string, object?>("provider", provider));

    private static string Outcome(RefusalKind kind) =>
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
}
