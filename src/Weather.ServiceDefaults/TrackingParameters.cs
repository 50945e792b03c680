namespace Weather.ServiceDefaults;

/// <summary>
/// Query parameters that only track visitors. Pages get them appended without their author's doing: the edge drops them, the API ignores them, and both
/// must mean the same ones.
/// </summary>
public static class TrackingParameters
{
    /// <summary>Names, or with a final <c>*</c> how names begin.</summary>
    public static IReadOnlyList<string> Patterns { get; } = ["utm_*", "fbclid", "gclid", "_"];

    public static bool Includes(string name) =>
        Patterns.Any(pattern =>
            pattern.EndsWith('*')
                ? name.StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.OrdinalIgnoreCase)
                : name.Equals(pattern, StringComparison.OrdinalIgnoreCase)
        );
}
