using NodaTime;

namespace Weather.Providers.Budget;

/// <summary>One line of the ledger.</summary>
/// <param name="At">When the request was sent; for <see cref="SpendingKind.Abandoned"/>, when it was given up.</param>
/// <param name="Weight">What it weighs; for <see cref="SpendingKind.Abandoned"/> it was counted when it was sent.</param>
/// <param name="Kind">What happened.</param>
internal readonly record struct SpendingEntry(Instant At, double Weight, SpendingKind Kind);
