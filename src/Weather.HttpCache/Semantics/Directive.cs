namespace Weather.HttpCache.Semantics;

/// <summary>One cache directive: lower-case name and argument; an argument that cannot be read is empty.</summary>
internal readonly record struct Directive(string Name, string? Argument)
{
    /// <summary>Reads <c>name[=token | ="quoted"]</c> (RFC 9111 5.2).</summary>
    public static Directive Read(string member)
    {
        int equals = member.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return new Directive(member.ToLowerInvariant(), null);
        }

        string name = member[..equals];
        string argument = member[(equals + 1)..];
        bool spaced = name.EndsWith(' ') || argument.StartsWith(' ');
        return new Directive(
            name.TrimEnd().ToLowerInvariant(),
            spaced ? ""
                : argument.StartsWith('"') ? Unquote(argument)
                : argument
        );
    }

    /// <returns>Empty when the string does not end where its text ends.</returns>
    private static string Unquote(string quoted)
    {
        if (quoted is not ['"', .. string inner, '"'])
        {
            return "";
        }

        var text = new System.Text.StringBuilder(inner.Length);
        for (int k = 0; k < inner.Length; k++)
        {
            if (inner[k] == '\\' && ++k == inner.Length)
            {
                return "";
            }

            text.Append(inner[k]);
        }

        return text.ToString();
    }
}
