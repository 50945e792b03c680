using System.Text.Json;
using Deque.AxeCore.Commons;
using Xunit;

namespace Weather.Browser.Tests.Engines;

/// <summary>Axe in every engine: all layouts, both themes, both directions, and the states.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AxeTests(EnginesFixture fixture)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [Theory]
    [InlineData("Chromium", "ar-MA", "light")]
    [InlineData("Chromium", "fr", "dark")]
    [InlineData("Firefox", "ar-MA", "light")]
    [InlineData("Firefox", "ar-MA", "dark")]
    [InlineData("Firefox", "fr", "light")]
    [InlineData("Firefox", "fr", "dark")]
    [InlineData("WebKit", "ar-MA", "light")]
    [InlineData("WebKit", "ar-MA", "dark")]
    [InlineData("WebKit", "fr", "light")]
    [InlineData("WebKit", "fr", "dark")]
    public async Task Axe_finds_no_violation_in_any_layout_in(string engine, string lang, string theme)
    {
        IEngine browser = await fixture.StartAsync(engine);
        await browser.OpenAsync(
            fixture.Service.Watched(
                "<style>main{inline-size:400px}</style>"
                    + EnginePage.Layouts(
                        $"theme=\"{theme}\"",
                        "Ifrane+alert",
                        "Ifrane+stale+holes",
                        "Ifrane+down"
                    )
                    + $"<weather-widget theme=\"{theme}\" places=\"1,2\" search locate></weather-widget>",
                EnginePage.AllNear,
                lang: lang
            ),
            EnginePage.Shown
        );
        await browser.RunAsync(
            Axe
                + """
                ;axe.run(document, { resultTypes: ['violations'] }).then(
                  found => window.axeFound = JSON.stringify({
                    passes: found.passes.length,
                    violations: found.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 120) + ' ' + n.failureSummary)) }),
                  error => window.axeFound = JSON.stringify({ passes: 0, violations: [String(error)] }))
                """
        );
        await browser.WaitAsync("window.axeFound");
        JsonElement found = JsonDocument.Parse(await browser.RunAsync("return window.axeFound")).RootElement;

        Assert.Empty(
            found.GetProperty("violations").EnumerateArray().Select(violation => violation.ToString())
        );
        Assert.NotEqual(0, found.GetProperty("passes").GetInt32());
    }
}
