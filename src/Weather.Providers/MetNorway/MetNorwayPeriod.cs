namespace Weather.Providers.MetNorway;

/// <summary>What the <paramref name="Hours"/> hours after an instant bring, together.</summary>
/// <param name="Hours">Length.</param>
/// <param name="Symbol"><c>symbol_code</c>.</param>
/// <param name="Amount">mm in all.</param>
/// <param name="Probability">% that anything falls.</param>
/// <param name="Least">Lowest °C.</param>
/// <param name="Most">Highest °C.</param>
internal sealed record MetNorwayPeriod(
    int Hours,
    string? Symbol,
    double? Amount,
    double? Probability,
    double? Least,
    double? Most
)
{
    /// <summary>Neither weather nor amount, such as a <c>next_12_hours</c> without details.</summary>
    public bool IsSilent => Symbol is null && Amount is null && Least is null && Most is null;
}
