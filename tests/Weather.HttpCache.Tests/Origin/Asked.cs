namespace Weather.HttpCache.Tests.Origin;

/// <summary>A request as the origin received it.</summary>
public sealed record Asked(string Method, string Target, IReadOnlyDictionary<string, string> Fields)
{
    public string? this[string name] => Fields.GetValueOrDefault(name);
}
