namespace Weather.Server;

/// <summary>The first command-line argument names the role, unless it is a setting.</summary>
internal static class RoleArgument
{
    public static (string? Role, string[] Settings) Split(string[] args) =>
        args is [{ Length: > 0 } first, ..] && first[0] is not ('-' or '/') && !first.Contains('=')
            ? (first, args[1..])
            : (null, args);
}
