namespace Weather.HttpCache.Semantics;

/// <summary>Members of a comma-separated list (RFC 9110 5.6.1); a comma inside a quoted string does not separate.</summary>
internal static class ListMembers
{
    public static List<string> Read(ReadOnlySpan<string> lines)
    {
        List<string> members = [];
        foreach (string line in lines)
        {
            Read(line, members);
        }

        return members;
    }

    private static void Read(string line, List<string> members)
    {
        int start = 0;
        bool quoted = false;
        for (int k = 0; k <= line.Length; k++)
        {
            if (k < line.Length && (quoted || line[k] != ','))
            {
                if (quoted && line[k] == '\\')
                {
                    k++;
                }
                else if (line[k] == '"')
                {
                    quoted = !quoted;
                }

                continue;
            }

            string member = line[start..Math.Min(k, line.Length)].Trim(' ', '\t');
            if (member.Length > 0)
            {
                members.Add(member);
            }

            start = k + 1;
        }

        if (quoted && start < line.Length)
        {
            members.Add(line[start..].Trim(' ', '\t'));
        }
    }
}
