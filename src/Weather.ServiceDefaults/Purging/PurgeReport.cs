namespace Weather.ServiceDefaults.Purging;

/// <summary>The answer to a purge: every node that had to be asked, and what became of it.</summary>
public sealed record PurgeReport(IReadOnlyList<NodeResult> Nodes);
