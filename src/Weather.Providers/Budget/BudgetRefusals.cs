using NodaTime;

namespace Weather.Providers.Budget;

/// <summary>Why a budget says no.</summary>
internal static class BudgetRefusals
{
    public static ProviderResult.Refused UsedUp(Instant until) =>
        new(RefusalKind.OverQuota, "Our share of the provider's quota is used up.", until)
        {
            NotAsked = true,
        };

    public static ProviderResult.Refused Crowded(Instant now) =>
        new(
            RefusalKind.OverQuota,
            "Too many questions wait for their turn at the provider.",
            now + Duration.FromSeconds(1)
        )
        {
            NotAsked = true,
        };
}
