namespace Weather.Browser.Tests.Engines;

/// <summary>
/// Where the engines beside Chromium are, and what reads their print. A missing one is an error that says in one sentence what to
/// install.
/// </summary>
internal static class EngineFinder
{
    private const string Poppler = "poppler-utils";

    private static readonly string[] Displays = ["/usr/bin/xvfb-run"];
    private static readonly string[] Drivers = ["/usr/bin/WebKitWebDriver"];

    public static string PdfToText() => First("A reader of PDF", Poppler, ["/usr/bin/pdftotext"]);

    public static string PdfToPpm() => First("A reader of PDF", Poppler, ["/usr/bin/pdftoppm"]);

    public static string Firefox() =>
        First("Firefox", "firefox-esr", ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/snap/bin/firefox"]);

    public static (string Driver, string Browser, string Display) WebKit() =>
        (
            First("WebKit's driver", "webkit2gtk-driver", Drivers),
            First("WebKit's browser", "libwebkit2gtk-4.1-0", MiniBrowsers()),
            First("a display for WebKit", "xvfb xauth", Displays)
        );

    /// <exception cref="BrowserNotFoundException">It is not there.</exception>
    internal static string First(string what, string package, IReadOnlyList<string> paths) =>
        paths.FirstOrDefault(File.Exists)
        ?? throw new BrowserNotFoundException(
            $"{what} was not found, and the widget is tested in three engines: install Debian's package {package} (apt-get install {package})."
        );

    private static string[] MiniBrowsers() =>
        Directory.Exists("/usr/lib")
            ?
            [
                .. Directory
                    .EnumerateDirectories("/usr/lib")
                    .Select(folder => Path.Combine(folder, "webkit2gtk-4.1", "MiniBrowser")),
                "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
            ]
            : [];
}
