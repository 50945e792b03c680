using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Weather.Edge.Files;

/// <summary>
/// Releases of the widget in a directory, each in a folder named by its version: pages that pin one by its hash keep working when the
/// service has a newer one. A file is read when it is first asked for, so a release may come while the edge runs.
/// </summary>
internal sealed partial class WidgetReleases(string directory, ILogger logger)
{
    private const int LongestVersion = 64;

    private readonly ConcurrentDictionary<string, WidgetFile> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    /// <param name="version">As in the address; may be anything.</param>
    /// <param name="name">Path in the release; may be anything.</param>
    public bool TryGet(string version, string name, [NotNullWhen(true)] out WidgetFile? file)
    {
        string key = $"{version}/{name}";
        if (!_files.TryGetValue(key, out file) && IsVersion(version) && Read(version, name) is { } read)
        {
            file = _files.GetOrAdd(key, read);
        }

        return file is not null;
    }

    /// <summary>Only what the release lists, under the hash it lists: a damaged file would be kept by browsers for a year.</summary>
    private WidgetFile? Read(string version, string name)
    {
        string folder = Path.Combine(directory, version);
        if (ReleaseList.Read(folder) is not { } list || list.Version != version)
        {
            return null;
        }

        bool isList = name == ReleaseList.FileName;
        if (!isList && !list.Files.ContainsKey(name))
        {
            return null;
        }

        try
        {
            WidgetFile? file = WidgetFileReader.Read(Path.Combine(folder, name));
            if (isList || (file is not null && list.Holds(name, file.Identity)))
            {
                return file;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Listed and not there: as if it were damaged.
        }

        if (_told.TryAdd($"{version}/{name}", true))
        {
            LogDamaged(logger, version, name);
        }

        return null;
    }

    /// <summary>One part of a path, and none that leads out of the directory.</summary>
    private static bool IsVersion(string text) =>
        text.Length is > 0 and <= LongestVersion
        && char.IsAsciiDigit(text[0])
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '+');

    [LoggerMessage(
        402,
        LogLevel.Warning,
        "The widget's release {Version} in Weather:Edge:ReleaseDirectory lacks {Name}, or it is not the file that was released: it is not served"
    )]
    private static partial void LogDamaged(ILogger logger, string version, string name);
}
