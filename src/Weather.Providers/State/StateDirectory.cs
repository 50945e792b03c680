using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Weather.Providers.State;

/// <summary>
/// Where a node keeps what must outlive it (<c>Weather:StateDirectory</c>). Unset, it is <c>.state</c> beside the program in
/// Development; elsewhere the directory that systemd gives the unit (<c>StateDirectory=</c>), or none: then a restart forgets.
/// </summary>
/// <param name="Path">Absolute; null when nothing is kept.</param>
internal sealed record StateDirectory(string? Path)
{
    public const string Key = "Weather:StateDirectory";

    /// <summary>Set by systemd (systemd.exec(5)); a list when the unit has several.</summary>
    private const string SystemdVariable = "STATE_DIRECTORY";

    /// <exception cref="OptionsValidationException">The directory is named and cannot be made.</exception>
    public static StateDirectory Read(IConfiguration configuration, bool development)
    {
        if (configuration[Key] is { Length: > 0 } named)
        {
            return Make(named)
                ?? throw new OptionsValidationException(
                    Key,
                    typeof(StateDirectory),
                    [$"{Key} must be a directory that the service can make and write to."]
                );
        }

        string? systemd = configuration[SystemdVariable]?.Split(':')[0];
        return Make(development ? ".state" : systemd) ?? new StateDirectory((string?)null);
    }

    /// <returns>Null without a directory.</returns>
    public string? File(string name) => Path is null ? null : System.IO.Path.Combine(Path, name);

    private static StateDirectory? Make(string? path)
    {
        if (string.IsNullOrEmpty(path))
        {
            return null;
        }

        try
        {
            string full = System.IO.Path.GetFullPath(path, AppContext.BaseDirectory);
            Directory.CreateDirectory(full);
            // Only writing tells whether one may write.
            string probe = System.IO.Path.Combine(full, $".{Guid.NewGuid():N}");
            System.IO.File.WriteAllBytes(probe, []);
            System.IO.File.Delete(probe);
            return new StateDirectory(full);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
