using Microsoft.Playwright;
using Weather.Browser.Tests.Engines;
using Xunit;

namespace Weather.Browser.Tests;

/// <summary>What the element tells and offers when something is wrong, and that it keeps quiet when nothing is.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TroubleTests(BrowserFixture browsers, EnginesFixture fixture)
{
    private CannedService Service => fixture.Service;

    /// <summary>Plain Arabic may become Moroccan, and Polish has no words here: the answer says which to load.</summary>
    [Theory]
    [InlineData("ar")]
    [InlineData("pl")]
    public async Task Language_that_the_answer_chooses_is_no_trouble(string lang)
    {
        await using PageProbe probe = await PageProbe.OpenAsync(
            browsers.Browser,
            Service.ElementsPage(
                "en",
                "<script>window.told = []; for (const name of ['load', 'error']) addEventListener(`weather-${name}`, event => told.push(`${name} ${event.detail.error ?? ''}`))</script>"
                    + $"<weather-widget city=\"Ifrane\" lang=\"{lang}\"></weather-widget>"
            )
        );
        await probe.ShownAsync();

        Assert.Equal(["load "], await probe.Page.EvaluateAsync<string[]>("() => told"));
    }

    /// <summary>A button that stands where another stood must not be that other one, made to look the same.</summary>
    [Fact]
    public async Task Another_try_is_made_where_tabs_and_tools_stood_before()
    {
        await using PageProbe probe = await PageProbe.OpenAsync(
            browsers.Browser,
            Service.ElementsPage(
                "en",
                "<weather-widget places=\"1,2\" search locate lang=\"en\"></weather-widget>"
            )
        );
        await probe.ShownAsync();
        await probe.Page.RouteAsync("**/v1/forecast?*", route => route.AbortAsync());
        await probe.Page.EvaluateAsync(
            "() => { const w = document.querySelector('weather-widget'); w.removeAttribute('places'); w.setAttribute('city', 'Ifrane') }"
        );
        ILocator retry = probe.Page.Locator("button.retry");
        await Assertions.Expect(retry).ToBeVisibleAsync();

        await probe.Page.RunAndWaitForRequestAsync(
            () => retry.ClickAsync(),
            request => request.Url.Contains("/v1/forecast?", StringComparison.Ordinal),
            // Well before it tries by itself.
            new PageRunAndWaitForRequestOptions { Timeout = 3_000 }
        );
    }

    /// <summary>Under a message there are no tools: the page's own place comes back, and with it the search.</summary>
    [Fact]
    public async Task Choice_that_is_gone_is_forgotten()
    {
        await using PageProbe probe = await PageProbe.OpenAsync(
            browsers.Browser,
            Service.ElementsPage("en", "<h2>A page of the site</h2>")
        );
        await probe.Page.EvaluateAsync("() => localStorage.setItem('weather-widget', 'place=404')");
        await probe.Page.RouteAsync(
            "**/v1/forecast?place=404&*",
            route =>
                route.FulfillAsync(
                    new RouteFulfillOptions
                    {
                        Status = 404,
                        ContentType = "application/problem+json",
                        Body = "{\"status\":404}",
                    }
                )
        );
        await probe.Page.EvaluateAsync(
            "() => document.querySelector('main').insertAdjacentHTML('beforeend', '<weather-widget city=\"Ifrane\" search lang=\"en\"></weather-widget>')"
        );

        await Assertions.Expect(probe.Page.Locator(".place")).ToHaveTextAsync("Ifrane");
        await Assertions.Expect(probe.Page.Locator("button.search")).ToBeVisibleAsync();
        Assert.Null(await probe.Page.EvaluateAsync<string?>("() => localStorage.getItem('weather-widget')"));
    }

    [Fact]
    public async Task Browser_that_cannot_mix_colours_leaves_the_pages_text_as_it_is()
    {
        await using IBrowserContext context = await browsers.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.AddInitScriptAsync(
            "const replace = CSSStyleSheet.prototype.replaceSync; CSSStyleSheet.prototype.replaceSync = function (css) { replace.call(this, css.replaceAll('color-mix', 'no-mix')) }"
        );
        await page.GotoAsync(
            Service
                .ElementsPage(
                    "en",
                    "<weather-widget city=\"Ifrane\" style=\"--weather-color: rgb(20, 30, 40)\"></weather-widget>"
                )
                .ToString()
        );
        // The chunk has come, and everything was drawn anew.
        await page.WaitForFunctionAsync(
            "() => { const root = document.querySelector('weather-widget').shadowRoot; return root.querySelector('.foot') && [...root.adoptedStyleSheets[0].cssRules].some(rule => rule.selectorText === '.root.chalk') }"
        );

        await Assertions.Expect(page.Locator(".root")).ToHaveCSSAsync("color", "rgb(20, 30, 40)");
    }
}
