using Microsoft.Playwright;
using Weather.StandIns;
using Xunit;

namespace Weather.Browser.Tests;

/// <summary>One Chromium, and one service in front of an Open-Meteo stand-in, for all tests of the collection.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private OpenMeteoStandIn? _upstream;
    private RunningService? _service;
    private IBrowser? _browser;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser is not up.");

    /// <summary>The public address of the service, with a trailing slash.</summary>
    public Uri Service => _service?.Address ?? throw new InvalidOperationException("The service is not up.");

    public async ValueTask InitializeAsync()
    {
        string browser = BrowserFinder.Find(BrowserProbes.OfThisMachine);
        _playwright = await Playwright.CreateAsync();
        // A busy machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(30_000);
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = browser,
                Args =
                [
                    // Containers run as root, where Chromium's sandbox cannot.
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
        _upstream = await OpenMeteoStandIn.StartAsync();
        _service = await RunningService.StartAsync(_upstream.BaseAddress);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        if (_upstream is not null)
        {
            await _upstream.DisposeAsync();
        }
    }
}
