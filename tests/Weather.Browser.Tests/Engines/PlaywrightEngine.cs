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

    public static async Task<IEngine> ChromiumAsync()
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = BrowserFinder.Find(BrowserProbes.OfThisMachine),
                Args = ["--no-sandbox", "--disable-gpu"],
            }
        );
        return new PlaywrightEngine(playwright, browser, await browser.NewPageAsync());
    }

    /// <summary>Debian's Firefox speaks WebDriver BiDi, which is this channel; Playwright's own build is not needed.</summary>
    public static async Task<IEngine> FirefoxAsync()
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Firefox.LaunchAsync(
            new BrowserTypeLaunchOptions { Channel = "moz-firefox", ExecutablePath = EngineFinder.Firefox() }
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

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
