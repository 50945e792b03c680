using Xunit;

namespace Weather.Browser.Tests.Engines;

/// <summary>Somebody prints the page: black on white whatever the theme, and nothing to press.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PaperTests(EnginesFixture fixture)
{
    private static readonly string[] Buttons = ["Find a city", "Use my location", "Try again"];

    [Theory]
    [InlineData(EngineName.Chromium)]
    [InlineData(EngineName.Firefox)]
    public async Task Dark_element_is_printed_black_on_white_without_buttons(string engine)
    {
        IEngine browser = await OpenAsync(engine);
        string screen = await browser.RunAsync(
            "return [...document.querySelectorAll('weather-widget')].map(w => w.shadowRoot.querySelector('.root').innerText).join()"
        );

        byte[] pdf = await browser.PrintAsync();
        await File.WriteAllBytesAsync(
            Checkout.Result($"paper-{engine}.pdf"),
            pdf,
            TestContext.Current.CancellationToken
        );
        string paper = await Pdf.TextAsync(pdf);
        byte[] greys = await Pdf.GreysAsync(pdf);
        double Share(Func<byte, bool> counts) => (double)greys.Count(counts) / greys.Length;

        Assert.All(Buttons, button => Assert.Contains(button, screen, StringComparison.Ordinal));
        Assert.All(Buttons, button => Assert.DoesNotContain(button, paper, StringComparison.Ordinal));
        Assert.Contains("Feels like", paper, StringComparison.Ordinal);
        // The chart's colours and the soft text are between black and white.
        Assert.InRange(Share(grey => grey > 250), 0.8, 1);
        Assert.InRange(Share(grey => grey < 64), 0.004, 0.1);
    }

    /// <summary>On the day this fails, WebKit belongs into the test above.</summary>
    [Fact]
    public async Task WebKit_cannot_be_told_to_print()
    {
        IEngine browser = await OpenAsync(EngineName.WebKit);

        Exception failure = await Assert.ThrowsAnyAsync<Exception>(browser.PrintAsync);
        Assert.Contains("Unknown command", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>What the engine makes of the rules for paper, on the screen: every element, and the engine that cannot print too.</summary>
    [Theory]
    [InlineData(EngineName.Chromium)]
    [InlineData(EngineName.Firefox)]
    [InlineData(EngineName.WebKit)]
    public async Task Rules_for_paper_leave_black_on_nothing_and_no_button(string engine)
    {
        IEngine browser = await OpenAsync(engine);
        string seen = await browser.RunAsync(
            """
            const roots = [...document.querySelectorAll('weather-widget')].map(w => w.shadowRoot);
            const text = [...roots[0].adoptedStyleSheets[0].cssRules].map(rule => rule.cssText).join('').replaceAll('@media print', '@media all');
            const paper = new CSSStyleSheet();
            paper.replaceSync(text);
            const wrong = [];
            for (const name of ['.search', '.retry', '.stale', '.alert']) {
              if (!roots.some(root => root.querySelector(name))) wrong.push('nothing to look at: ' + name);
            }
            for (const root of roots) {
              root.adoptedStyleSheets = [paper];
              for (const element of root.querySelectorAll('*')) {
                const { color, backgroundColor } = getComputedStyle(element);
                if (color !== 'rgb(0, 0, 0)' || backgroundColor !== 'rgba(0, 0, 0, 0)') wrong.push(element.className + ' ' + color + ' ' + backgroundColor);
                if (element.matches('button') && element.getClientRects().length) wrong.push('button');
              }
            }
            return wrong.join('; ');
            """
        );

        Assert.Equal("", seen);
    }

    private async Task<IEngine> OpenAsync(string engine)
    {
        IEngine browser = await fixture.StartAsync(engine);
        await browser.OpenAsync(
            fixture.Service.Watched(EnginePage.Everything("dark"), EnginePage.AllNear),
            EnginePage.EverythingShown
        );
        return browser;
    }
}
