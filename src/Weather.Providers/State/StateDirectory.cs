using Microsoft.Extensions.Configuration;

namespace Weather.Providers.State;

/// <summary>
/// Where a node keeps what must outlive it (<c>Weather:StateDirectory</c>). Unset, it is the directory that systemd gives the unit
/// (<c>StateDirectory=</c>), in Development <c>.state</c> beside the program, else none: then a restart forgets. Read by the API's rules;
/// it is the API that refuses to start with one that cannot be written.
/// </summary>
/// <param name="Path">Absolute; null when nothing is kept.</param>
public sealed record StateDirectory(string? Path)
{
    public const string Key = "Weather:StateDirectory";

    /// <summary>Set by systemd (systemd.exec(5)).</summary>
    private const string SystemdKey = "STATE_DIRECTORY";

    private const string None = "none";

    public static StateDirectory Read(IConfiguration configuration, bool development)
    {
        string? path =
            configuration[Key]
            // systemd separates several directories by colons.
            ?? configuration[SystemdKey]?.Split(':')[0]
            ?? (development ? System.IO.Path.Combine(AppContext.BaseDirectory, ".state") : null);
        return new StateDirectory(
            string.IsNullOrWhiteSpace(path) || path == None ? null : System.IO.Path.GetFullPath(path)
        );
    }

    /// <returns>Null without a directory.</returns>
    public string? File(string name) => Path is null ? null : System.IO.Path.Combine(Path, name);
}
