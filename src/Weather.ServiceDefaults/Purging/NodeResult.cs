namespace Weather.ServiceDefaults.Purging;

/// <summary>What one part of one node did about a purge.</summary>
/// <param name="Node">Which: the role, with the address it was asked at when it is another node's.</param>
/// <param name="Ok">Whether it is done.</param>
/// <param name="Removed">How many stored answers were forgotten, where they can be counted.</param>
/// <param name="Reason">Why it is not done.</param>
public sealed record NodeResult(string Node, bool Ok, int? Removed = null, string? Reason = null)
{
    public static NodeResult Failed(string node, string reason) => new(node, Ok: false, Reason: reason);
}
