using Weather.HttpCache.Semantics;

namespace Weather.HttpCache.Store;

/// <summary>The part of a message that many answers have in common, held once: its status, what it says to caches, and the fields.</summary>
internal sealed class SharedHead(
    int status,
    ResponseDirectives directives,
    HeaderField[] fields,
    RecentEntries recent
) : IEquatable<SharedHead>
{
    private const int Objects = 300;
    private const int PerField = 16;
    private const int PerLine = 62;

    public int Status => status;
    public ResponseDirectives Directives => directives;
    public ReadOnlySpan<HeaderField> Fields => fields;

    /// <summary>Of the store; here it costs each entry nothing.</summary>
    public RecentEntries Recent => recent;

    public int Size =>
        Objects
        + (PerField * fields.Length)
        + fields.SelectMany(one => one.Lines).Sum(line => PerLine + (2 * line.Length));

    /// <summary>The directives are read from the fields: they need no look.</summary>
    public bool Equals(SharedHead? other) =>
        other is not null
        && other.Status == status
        && other.Fields.Length == fields.Length
        && fields
            .Zip(other.Fields.ToArray())
            .All(pair =>
                pair.First.Name == pair.Second.Name
                && pair.First.Lines.AsSpan().SequenceEqual(pair.Second.Lines)
            );

    public override bool Equals(object? obj) => Equals(obj as SharedHead);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(status);
        foreach (string line in fields.SelectMany(one => one.Lines))
        {
            hash.Add(line, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }
}
