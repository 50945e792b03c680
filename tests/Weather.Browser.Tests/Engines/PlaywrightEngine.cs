using System.Diagnostics;
using Microsoft.Playwright;

namespace Weather.Browser.Tests.Engines;

/// <summary>Chromium or Firefox, through Playwright.</summary>
internal sealed class PlaywrightEngine : IEngine
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;

    private PlaywrightEngine(IPlaywright playwright, IBrowser browser, IPage page) =>
        (_playwright, _browser, _page) = (playwright, browser, page);

    public static async Task<IEngine> ChromiumAsync(bool pageCache = false, bool forcedColours = false)
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = BrowserFinder.Find(BrowserProbes.OfThisMachine),
                Args = ["--no-sandbox", "--disable-gpu"],
                IgnoreDefaultArgs = pageCache ? ["--disable-back-forward-cache"] : null,
            }
        );
        IPage page = await browser.NewPageAsync(
            // White on black, so that what is forced is not what a page has anyway.
            forcedColours
                ? new BrowserNewPageOptions
                {
                    ForcedColors = ForcedColors.Active,
                    ColorScheme = ColorScheme.Dark,
                }
                : null
        );
        return new PlaywrightEngine(playwright, browser, page);
    }

    /// <summary>Debian's Firefox speaks WebDriver BiDi, which is this channel; Playwright's own build is not needed.</summary>
    public static async Task<IEngine> FirefoxAsync(bool forcedColours = false)
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Firefox.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                Channel = "moz-firefox",
                ExecutablePath = EngineFinder.Firefox(),
                // As "always the system's colours" does in its settings: its driver cannot emulate it.
                FirefoxUserPrefs = forcedColours
                    ? new Dictionary<string, object>(StringComparer.Ordinal)
                    {
                        ["browser.display.document_color_use"] = 2,
                        ["ui.useAccessibilityTheme"] = 1,
                    }
                    : null,
            }
        );
        return new PlaywrightEngine(playwright, browser, await browser.NewPageAsync());
    }

    public async Task OpenAsync(Uri page, string until)
    {
        await _page.GotoAsync(page.ToString());
        await WaitAsync(until);
    }

    public Task WaitAsync(string until) => _page.WaitForFunctionAsync($"() => {until}");

    public Task<string> RunAsync(string body) =>
        _page.EvaluateAsync<string>($"() => String((() => {{ {body} }})())");

    public async Task BackAsync(string until)
    {
        await RunAsync("setTimeout(() => history.back())");
        // Not by the driver's own waiting, which never hears of a page that comes back out of the page cache.
        var watch = Stopwatch.StartNew();
        while (!await IsTrueAsync(until))
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(30))
            {
                throw new TimeoutException($"Never true on {_page.Url}: {until}");
            }

            await Task.Delay(50);
        }
    }

    public Task FillAsync(string selector, string text) => _page.FillAsync(selector, text);

    public Task ClickAsync(string selector) => _page.ClickAsync(selector);

    public Task<byte[]> PrintAsync() => _page.PdfAsync(new PagePdfOptions { PrintBackground = true });

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private async Task<bool> IsTrueAsync(string expression)
    {
        try
        {
            return await RunAsync($"return !!({expression})") == "true";
        }
        catch (PlaywrightException)
        {
            // The page it ran on is just being left.
            return false;
        }
    }
}
