using NodaTime;

namespace Weather.Providers;

/// <summary>Of several refusals, the one that tells a visitor when to come back soonest.</summary>
internal static class UsefulRefusal
{
    /// <param name="refusals">In the order of preference.</param>
    public static ProviderResult.Refused Of(IReadOnlyList<ProviderResult.Refused> refusals) =>
        refusals.MinBy(Soonest)
        ?? new ProviderResult.Refused(RefusalKind.NotCovered, "No provider is configured.");

    /// <summary>Where no time is known, trouble may be over at once; what is about the question or for good never is.</summary>
    private static Instant Soonest(ProviderResult.Refused refusal) =>
        refusal.RetryAt
        ?? (
            refusal.Kind is RefusalKind.NotCovered or RefusalKind.Forbidden or RefusalKind.ContractBroken
                ? Instant.MaxValue
                : Instant.MinValue
        );
}
