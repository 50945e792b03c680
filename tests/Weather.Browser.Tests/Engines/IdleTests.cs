using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace Weather.Browser.Tests.Engines;

/// <summary>A page with elements on it that nobody touches: counted over time that the test lets pass.</summary>
[Collection(BrowserCollection.Name)]
public sealed class IdleTests(BrowserFixture browsers, EnginesFixture fixture)
{
    [Theory]
    [InlineData("Chromium")]
    [InlineData("Firefox")]
    [InlineData("WebKit")]
    public async Task Elements_wake_once_a_minute_together_and_do_nothing_in_between(string engine)
    {
        IEngine browser = await fixture.StartAsync(engine);
        await browser.OpenAsync(
            fixture.Service.Watched(EnginePage.Layouts("", "Ifrane"), EnginePage.AllNear + PageClock.Stopped),
            EnginePage.Shown
        );
        // To the end of a minute, so that whole minutes follow.
        await browser.RunAsync("while (!fired) advance(100)");
        await browser.RunAsync("fired = 0; observe()");

        await browser.RunAsync("advance(59_000)");
        Assert.Equal("0 timers, 0 changes", await SeenAsync(browser));

        await browser.RunAsync("advance(61_000)");
        // The ages on screen are a minute older, and then another one.
        Assert.Matches("^2 timers, [1-9]", await SeenAsync(browser));
        Assert.Equal("1", await browser.RunAsync("return due.length"));
        Assert.Equal("0", await browser.RunAsync("return endless"));
        Assert.Equal("0", await browser.RunAsync("return document.getAnimations().length"));
        Assert.Equal("", await browser.RunAsync("return wrong.join('; ')"));
    }

    /// <summary>What no script can hide: an animation, a blinking or measuring loop.</summary>
    [Fact]
    public async Task Browser_lays_out_and_styles_nothing_while_no_time_passes()
    {
        await using PageProbe probe = await PageProbe.OpenAsync(
            browsers.Browser,
            fixture.Service.Watched(EnginePage.Layouts("", "Ifrane"), EnginePage.AllNear + PageClock.Stopped)
        );
        await probe.ShownAsync();
        ICDPSession devTools = await probe.Page.Context.NewCDPSessionAsync(probe.Page);
        await devTools.SendAsync("Performance.enable");
        (int layouts, int styles) before = await CountsAsync(devTools);
        await probe.Page.EvaluateAsync(
            "async () => { for (let k = 0; k < 60; k++) await new Promise(requestAnimationFrame) }"
        );

        Assert.Equal(before, await CountsAsync(devTools));
    }

    private static Task<string> SeenAsync(IEngine browser) =>
        // Changes are told in a task of their own.
        browser.RunAsync("return fired + ' timers, ' + changes + ' changes'");

    private static async Task<(int Layouts, int Styles)> CountsAsync(ICDPSession devTools)
    {
        JsonElement metrics = (await devTools.SendAsync("Performance.getMetrics"))!.Value;
        int Count(string name) =>
            (int)
                metrics
                    .GetProperty("metrics")
                    .EnumerateArray()
                    .Single(metric => metric.GetProperty("name").GetString() == name)
                    .GetProperty("value")
                    .GetDouble();
        return (Count("LayoutCount"), Count("RecalcStyleCount"));
    }
}
