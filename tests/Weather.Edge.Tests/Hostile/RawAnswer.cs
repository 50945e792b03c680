namespace Weather.Edge.Tests.Hostile;

/// <summary>What came back on the wire; status 0 when the connection ended without an answer in HTTP/1.</summary>
internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Fields, string Body)
{
    public static readonly RawAnswer None = new(
        0,
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase),
        ""
    );
}
