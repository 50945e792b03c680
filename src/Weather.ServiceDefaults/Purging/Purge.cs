namespace Weather.ServiceDefaults.Purging;

/// <summary>An operator says that what is stored is wrong.</summary>
/// <param name="Place">The place whose answers are to be forgotten; null for all that is stored.</param>
/// <param name="Instant">
/// When it was said, in milliseconds of Unix time by the clock of the node that was asked first: it names the same purge on every node.
/// </param>
/// <param name="ThisNodeAlone">It was passed on by another node, which asks the others itself.</param>
public sealed record Purge(long? Place, long Instant, bool ThisNodeAlone)
{
    /// <summary>The query that says the same to another node, which does not pass it on.</summary>
    public string ForAnother =>
        FormattableString.Invariant(
            $"{(Place is { } place ? $"place={place}" : "all=true")}&instant={Instant}&node=true"
        );
}
