namespace Weather.HttpCache.Semantics;

/// <summary>
/// Reads a dictionary structured field (RFC 8941 4.2.2) into directives, as RFC 9213 2.1 wants it for targeted fields. One error
/// anywhere and the whole field does not exist. Parameters are checked and dropped.
/// </summary>
internal static class StructuredDictionary
{
    /// <returns>The members, the last of a name winning; null when the field is empty or cannot be parsed.</returns>
    public static IReadOnlyCollection<Directive>? Read(ReadOnlySpan<string> lines)
    {
        var reader = new StructuredReader(string.Join(',', lines.ToArray()));
        Dictionary<string, Directive> members = new(StringComparer.Ordinal);
        reader.SkipSpaces();
        while (!reader.AtEnd)
        {
            if (reader.Key() is not { } key)
            {
                return null;
            }

            string? argument = reader.Take('=') ? reader.Member() : StructuredReader.True;
            if (argument is null || !reader.TryParameters())
            {
                return null;
            }

            // A dictionary can say `no-store=?0`: the member is there and says no.
            members.Remove(key);
            if (argument != StructuredReader.False)
            {
                members[key] = new Directive(key, argument == StructuredReader.True ? null : argument);
            }

            reader.SkipBlanks();
            if (reader.AtEnd)
            {
                break;
            }

            if (!reader.Take(','))
            {
                return null;
            }

            reader.SkipBlanks();
            if (reader.AtEnd)
            {
                return null;
            }
        }

        return members.Count == 0 ? null : members.Values;
    }
}
