namespace Weather.HttpCache.Semantics;

/// <summary>
/// The request fields that select among stored responses (RFC 9111 4.1). <c>Accept-Encoding</c> is not among them: this cache asks its
/// origin for identity whatever the client takes, and makes the codings itself.
/// </summary>
internal static class VaryNames
{
    /// <returns>Lower-case names in order; empty when nothing selects; null for <c>*</c>, which nothing matches.</returns>
    public static string[]? Of(HeaderFields fields)
    {
        List<string> names = ListMembers.Read(fields.Lines("Vary"));
        return names.Contains("*", StringComparer.Ordinal)
            ? null
            :
            [
                .. names
                    .Select(name => name.ToLowerInvariant())
                    .Where(name => name != "accept-encoding")
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ];
    }

    /// <summary>
    /// The selecting fields of a request as one text. Lines are joined and blanks around members dropped, which no field's meaning
    /// depends on (4.1); languages are also compared without case and order.
    /// </summary>
    public static string SecondaryKey(ReadOnlySpan<string> names, Func<string, string[]> linesOf)
    {
        var key = new System.Text.StringBuilder();
        foreach (string name in names)
        {
            string[] lines = linesOf(name);
            key.Append('\n').Append(name);
            // Absent is not the same as empty.
            if (lines.Length > 0)
            {
                List<string> members = ListMembers.Read(lines);
                if (name == "accept-language")
                {
                    members = members.ConvertAll(member =>
                        member.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal)
                    );
                    members.Sort(StringComparer.Ordinal);
                }

                key.Append('=').AppendJoin(',', members);
            }
        }

        return key.ToString();
    }
}
