namespace Weather.Browser.Tests.Engines;

/// <summary>The engines, and some of them set up for what they do not do by themselves under a driver.</summary>
internal static class EngineName
{
    public const string Chromium = "Chromium";
    public const string Firefox = "Firefox";
    public const string WebKit = "WebKit";

    /// <summary>Playwright turns it off.</summary>
    public const string ChromiumWithPageCache = "Chromium with its page cache";

    public const string ChromiumWithForcedColours = "Chromium with forced colours";

    public const string FirefoxWithForcedColours = "Firefox with forced colours";

    public const string WebKitWithHighContrast = "WebKit with high contrast";
}
