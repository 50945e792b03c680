using System.Collections.Frozen;
using Weather.ServiceDefaults;

namespace Weather.Edge.Files;

/// <summary>
/// The widget and the static pages by public path. <c>/widget/v1/…</c> floats and is looked at again after minutes;
/// <c>/widget/{version}/…</c> never changes, because the version holds a hash of what it names.
/// </summary>
internal sealed class WidgetFiles
{
    private const string Floating = "public, max-age=600, stale-while-revalidate=86400";
    private const string Immutable = "public, max-age=31536000, immutable";
    private const string Page = "public, max-age=60";

    /// <summary>Who asks for a language without words gets this one.</summary>
    public const string Fallback = "en";

    private const string WordsFolder = "words/";

    private readonly FrozenDictionary<string, (WidgetFile File, string CacheControl)> _byPath;

    private readonly WidgetReleases? _releases;

    private WidgetFiles(
        Dictionary<string, (WidgetFile, string)> byPath,
        IEnumerable<string> languages,
        WidgetReleases? releases
    )
    {
        _releases = releases;
        _byPath = byPath.ToFrozenDictionary(StringComparer.Ordinal);
        // A language without a region may become a place's variant: ar is a key of its own beside ar-MA.
        Languages =
        [
            .. languages
                .SelectMany(tag => new[] { tag.Split('-')[0], tag })
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(tag => tag == Fallback)
                .ThenBy(tag => tag, StringComparer.Ordinal),
        ];
    }

    /// <summary>The languages of <c>words/</c>, with their bare forms; the fallback first.</summary>
    public IReadOnlyList<string> Languages { get; }

    public bool TryGet(string path, out WidgetFile file, out string cacheControl)
    {
        bool found = _byPath.TryGetValue(path, out (WidgetFile File, string CacheControl) entry);
        (file, cacheControl) = entry;
        return found || TryGetOlder(path, ref file, ref cacheControl);
    }

    private bool TryGetOlder(string path, ref WidgetFile file, ref string cacheControl)
    {
        if (
            _releases is null
            || path.Split('/', 4) is not ["", "widget", { } version, { } name]
            || !_releases.TryGet(version, name, out WidgetFile? older)
        )
        {
            return false;
        }

        (file, cacheControl) = (older, Immutable);
        return true;
    }

    /// <exception cref="InvalidConfigurationException">The build did not put the widget beside the server.</exception>
    public static WidgetFiles Load(string directory, WidgetReleases? releases = null)
    {
        var byPath = new Dictionary<string, (WidgetFile, string)>(StringComparer.Ordinal);
        var languages = new List<string>();
        string version = Version(directory);
        foreach (string path in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
        {
            if (WidgetFileReader.Read(path) is not { } file)
            {
                continue;
            }

            string name = Path.GetRelativePath(directory, path).Replace('\\', '/');
            if (name.StartsWith("site/", StringComparison.Ordinal))
            {
                byPath[PagePath(name)] = (file, Page);
            }
            else if (name.StartsWith("demo/", StringComparison.Ordinal))
            {
                byPath[$"/{name}"] = (file, Page);
            }
            else if (name is ReleaseList.FileName)
            {
                byPath[$"/widget/{name}"] = (file, Floating);
                byPath[$"/widget/{version}/{name}"] = (file, Immutable);
            }
            else if (name is not "version.txt" && !name.StartsWith("npm/", StringComparison.Ordinal))
            {
                // words/fr.json, and not its second part words/fr.more.json.
                if (
                    name.StartsWith(WordsFolder, StringComparison.Ordinal)
                    && Path.GetFileNameWithoutExtension(name) is var tag
                    && !tag.Contains('.', StringComparison.Ordinal)
                )
                {
                    languages.Add(tag);
                }

                byPath[$"/widget/v1/{name}"] = (file, Floating);
                byPath[$"/widget/{version}/{name}"] = (file, Immutable);
            }
        }

        return new WidgetFiles(byPath, languages, releases);
    }

    private static string Version(string directory)
    {
        string path = Path.Combine(directory, "version.txt");
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or FileNotFoundException)
        {
            throw new InvalidConfigurationException(
                "The widget",
                $"was not built beside the server: {path} is missing. Build with node and npm on the path, or copy the folder 'site' too"
            );
        }
    }

    private static string PagePath(string name) =>
        name switch
        {
            "site/index.html" => "/",
            "site/doctor.html" => "/doctor",
            "site/favicon.ico" => "/favicon.ico",
            _ when name.StartsWith("site/demo/", StringComparison.Ordinal) => name["site".Length..],
            _ => $"/{name}",
        };
}
