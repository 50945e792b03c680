using NodaTime;

namespace Weather.Providers.Budget;

/// <summary>How a quota is being spent.</summary>
/// <param name="Value">
/// What is left of the longest window for refreshes over what is left of its time: 1 when spent evenly, less when spent too fast.
/// </param>
/// <param name="Until">When the window ends and all is there again.</param>
internal readonly record struct BudgetPace(double Value, Instant Until)
{
    /// <summary>Without a quota.</summary>
    public static readonly BudgetPace Free = new(double.PositiveInfinity, Instant.MaxValue);
}
