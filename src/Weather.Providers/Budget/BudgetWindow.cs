namespace Weather.Providers.Budget;

/// <summary>The fixed windows of quotas, all in UTC.</summary>
internal enum BudgetWindow
{
    Minute,
    Hour,
    Day,

    /// <summary>Calendar month; plans that are paid for.</summary>
    Month,
}
