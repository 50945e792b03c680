using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Weather.ServiceDefaults;

namespace Weather.Edge.Files;

/// <summary>Puts the release that this edge was built with beside the older ones, so that it outlives the next update.</summary>
internal static partial class ReleaseKeeper
{
    private const string Setting = "Weather:Edge:ReleaseDirectory";

    /// <param name="site">Where the files of the own release lie.</param>
    /// <returns>The releases of <c>Weather:Edge:ReleaseDirectory</c>; null where it is not set.</returns>
    /// <exception cref="InvalidConfigurationException">It is no directory and cannot be made.</exception>
    public static WidgetReleases? Keep(IConfiguration configuration, string site, ILogger logger)
    {
        if (configuration[Setting] is not { Length: > 0 } directory)
        {
            return null;
        }

        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidConfigurationException(
                Setting,
                "must be a directory that is there or can be made"
            );
        }

        try
        {
            Copy(site, directory);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody else may fill it: what is there is served.
            LogNotKept(logger);
        }

        return new WidgetReleases(directory, logger);
    }

    private static void Copy(string site, string directory)
    {
        if (ReleaseList.Read(site) is not { } list)
        {
            return;
        }

        string kept = Path.Combine(directory, list.Version);
        if (Directory.Exists(kept))
        {
            return;
        }

        // Complete when it appears: others may share the directory.
        string unfinished = Path.Combine(directory, $".{list.Version}.{Path.GetRandomFileName()}");
        try
        {
            foreach (string name in list.Files.Keys.Append(ReleaseList.FileName))
            {
                string target = Path.Combine(unfinished, name);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(Path.Combine(site, name), target);
            }

            Directory.Move(unfinished, kept);
        }
        catch (IOException) when (Directory.Exists(kept))
        {
            // Another edge was quicker.
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    [LoggerMessage(
        403,
        LogLevel.Warning,
        "Weather:Edge:ReleaseDirectory cannot be written: pages that pin this release of the widget will lose it at the next update"
    )]
    private static partial void LogNotKept(ILogger logger);
}
