namespace Weather.Providers.Alerts;

/// <summary>An element of a CAP message, whether it came as XML or as JSON: the names are the same.</summary>
internal abstract class CapNode
{
    /// <summary>All children of a name, in order.</summary>
    public abstract IEnumerable<CapNode> All(string name);

    /// <summary>The node's own text; null when it holds other nodes.</summary>
    public abstract string? Value { get; }

    public string? Text(string name) =>
        All(name).FirstOrDefault()?.Value?.Trim() is { Length: > 0 } text ? text : null;
}
