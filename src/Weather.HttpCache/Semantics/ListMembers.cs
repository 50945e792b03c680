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
        for (int k = 0; k < line.Length; k++)
        {
            switch (line[k])
            {
                case '\\' when quoted:
                    k++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    Add(line[start..k], members);
                    start = k + 1;
                    break;
            }
        }

        Add(line[start..], members);
    }

    private static void Add(string text, List<string> members)
    {
        string member = text.Trim(' ', '\t');
        if (member.Length > 0)
        {
            members.Add(member);
        }
    }
}
