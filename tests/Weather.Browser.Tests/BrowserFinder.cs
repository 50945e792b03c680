namespace Weather.Browser.Tests;

/// <summary>
/// Finds a Chromium for the tests: the one that is named, an installed one, Playwright's, Debian's. Nothing is fetched while
/// one is installed.
/// </summary>
internal static class BrowserFinder
{
    public const string Variable = "WEATHER_TEST_BROWSER";

    private const string AptGet = "/usr/bin/apt-get";

    private static readonly string[] KnownPaths =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome-stable",
        "/usr/bin/google-chrome",
        "/opt/google/chrome/chrome",
        "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    ];

    private static readonly string[] Names =
    [
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
        "chrome.exe",
    ];

    /// <returns>The path of an executable that exists.</returns>
    /// <exception cref="BrowserNotFoundException">None is there and none could be had.</exception>
    public static string Find(BrowserProbes probes)
    {
        if (probes.Variable(Variable) is { Length: > 0 } named)
        {
            return probes.Exists(named)
                ? named
                : throw new BrowserNotFoundException($"{Variable} names {named}, and there is no such file.");
        }

        return Installed(probes)
            ?? OfPlaywright(probes)
            ?? OfDebian(probes)
            ?? throw new BrowserNotFoundException(
                "No browser was found and none could be fetched: install Debian's package chromium "
                    + $"(apt-get install chromium) or set {Variable} to a Chromium executable."
            );
    }

    private static string? Installed(BrowserProbes probes)
    {
        string[] folders = (probes.Variable("PATH") ?? "").Split(
            Path.PathSeparator,
            StringSplitOptions.RemoveEmptyEntries
        );
        return KnownPaths
            .Concat(Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))))
            .FirstOrDefault(probes.Exists);
    }

    private static string? OfPlaywright(BrowserProbes probes)
    {
        string path = probes.PlaywrightPath();
        return probes.Exists(path) || (probes.DownloadPlaywright() && probes.Exists(path)) ? path : null;
    }

    private static string? OfDebian(BrowserProbes probes)
    {
        if (!probes.IsRoot() || !probes.Exists(AptGet))
        {
            return null;
        }

        // The lists of a fresh image are empty; where an update fails, older lists may still do.
        probes.Run(AptGet, ["update", "-qq"]);
        return probes.Run(AptGet, ["install", "-y", "-qq", "--no-install-recommends", "chromium"])
            ? Installed(probes)
            : null;
    }
}
