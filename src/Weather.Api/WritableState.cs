using Microsoft.Extensions.Configuration;
using Weather.Providers.State;
using Weather.ServiceDefaults;

namespace Weather.Api;

/// <summary>The <see cref="StateDirectory"/>, made and tried before anything relies on it.</summary>
internal static class WritableState
{
    /// <exception cref="InvalidConfigurationException">It cannot be made or written.</exception>
    public static StateDirectory Open(IConfiguration configuration, bool development)
    {
        var state = StateDirectory.Read(configuration, development);
        if (state.File(".probe") is not { } probe)
        {
            return state;
        }

        try
        {
            Directory.CreateDirectory(state.Path!);
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return state;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidConfigurationException(
                StateDirectory.Key,
                "must be a directory that this process can write, or none"
            );
        }
    }
}
