namespace Weather.ServiceDefaults.Purging;

/// <summary>A role that stores answers, and can be told to forget them.</summary>
public interface IPurgeable
{
    /// <returns>One result for each part and each other node that it asked.</returns>
    Task<IReadOnlyList<NodeResult>> PurgeAsync(Purge purge, CancellationToken cancellationToken);
}
