using Xunit;

namespace Weather.Browser.Tests.Engines;

/// <summary>Somebody follows a link and goes back, and the browser shows the page as it was left, its scripts and all.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PageCacheTests(EnginesFixture fixture)
{
    /// <summary>Whether the page was kept is the page's own word, told by every engine.</summary>
    private const string Kept = """
        window.kept = [];
        addEventListener('pageshow', e => kept.push(e.persisted));
        // A page that is kept runs no timers.
        addEventListener('pagehide', () => window.away && sleep(away));
        """;

    [Theory]
    [InlineData(EngineName.ChromiumWithPageCache)]
    [InlineData("Firefox")]
    [InlineData("WebKit")]
    public async Task Page_that_comes_back_as_it_was_left_asks_again_when_stale_and_keeps_one_timer(
        string engine
    )
    {
        IEngine browser = await fixture.StartAsync(engine);
        await browser.OpenAsync(
            fixture.Service.Watched(
                "<weather-widget city=\"Ifrane\" lang=\"fr\">Météo</weather-widget>",
                PageClock.Stopped + Kept
            ),
            EnginePage.Shown
        );
        int before = Forecasts();

        await GoAndReturnAsync(browser);
        Assert.Equal("false,true", await browser.RunAsync("return kept.join()"));
        Assert.Equal("1", await browser.RunAsync("return due.length"));
        Assert.Equal(before, Forecasts());

        // Seven minutes on another page.
        await browser.RunAsync("window.away = 420e3");
        await GoAndReturnAsync(browser);
        await browser.WaitAsync("due.length === 1 && told.filter(t => t === 'load').length > 1");
        Assert.Equal("false,true,true", await browser.RunAsync("return kept.join()"));
        // A second time where the jump of the clock made the first answer look like an old copy.
        Assert.InRange(Forecasts() - before, 1, 2);
        Assert.Equal("", await browser.RunAsync("return wrong.join('; ')"));
    }

    private int Forecasts() =>
        fixture.Service.Requests.Count(path => path.StartsWith("/v1/forecast", StringComparison.Ordinal));

    private async Task GoAndReturnAsync(IEngine browser)
    {
        Uri elsewhere = fixture.Service.Page("<!doctype html><title>Elsewhere</title><p>Elsewhere</p>");
        string shows = await browser.RunAsync("return kept.length + 1");
        await browser.OpenAsync(elsewhere, "document.title === 'Elsewhere'");
        await browser.BackAsync($"window.kept?.length == {shows}");
    }
}
