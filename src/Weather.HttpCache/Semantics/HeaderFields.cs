namespace Weather.HttpCache.Semantics;

/// <summary>The fields of a message, immutable. Names compare without case; lines keep their order and bytes.</summary>
internal sealed class HeaderFields(HeaderField[] fields)
{
    public static readonly HeaderFields Empty = new([]);

    public ReadOnlySpan<HeaderField> All => fields;

    public static HeaderFields Of(params (string Name, string Line)[] lines) =>
        new([
            .. lines
                .GroupBy(line => line.Name, StringComparer.OrdinalIgnoreCase)
                .Select(group => new HeaderField(group.Key, [.. group.Select(line => line.Line)])),
        ]);

    public bool Has(string name) => Lines(name).Length > 0;

    public string[] Lines(string name)
    {
        foreach (HeaderField field in fields)
        {
            if (string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return field.Lines;
            }
        }

        return [];
    }

    /// <summary>The value of a field that has exactly one line, else null (RFC 9110 5.5: a singleton).</summary>
    public string? Single(string name) => Lines(name) is [string line] ? line.Trim(' ', '\t') : null;

    public HeaderFields Where(Func<HeaderField, bool> keep) => new([.. fields.Where(keep)]);

    public HeaderFields With(string name, params string[] lines) =>
        new([
            .. fields.Where(field => !string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase)),
            new HeaderField(name, lines),
        ]);
}
