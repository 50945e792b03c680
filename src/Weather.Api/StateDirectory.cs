using Microsoft.Extensions.Configuration;
using Weather.ServiceDefaults;

namespace Weather.Api;

/// <summary>
/// <c>Weather:StateDirectory</c>: where a single node keeps what a restart must not forget. Redis takes its place when configured.
/// Default: systemd's <c>STATE_DIRECTORY</c>, in Development <c>.state</c> beside the program, else <c>none</c>: memory alone.
/// </summary>
internal static class StateDirectory
{
    private const string Key = "Weather:StateDirectory";
    private const string SystemdKey = "STATE_DIRECTORY";
    private const string None = "none";

    /// <returns>A directory that exists and can be written, or null.</returns>
    /// <exception cref="InvalidConfigurationException">It cannot be made or written.</exception>
    public static string? Open(IConfiguration configuration, bool development)
    {
        string? path =
            configuration[Key]
            ?? configuration[SystemdKey]
            ?? (development ? Path.Combine(AppContext.BaseDirectory, ".state") : null);
        if (string.IsNullOrWhiteSpace(path) || path == None)
        {
            return null;
        }

        try
        {
            string directory = Directory.CreateDirectory(path).FullName;
            string probe = Path.Combine(directory, ".probe");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return directory;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidConfigurationException(Key, "must be a directory that this process can write");
        }
    }
}
