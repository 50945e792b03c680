using Xunit;

namespace Weather.Browser.Tests.Engines;

/// <summary>The installation check at <c>/doctor</c> in every engine, as an editor uses it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DoctorTests(BrowserFixture browsers, EnginesFixture fixture)
{
    private const string Done = "/\\d.*\\d/.test(document.querySelector('#status').textContent)";

    private string Origin => browsers.Service.GetLeftPart(UriPartial.Authority);

    private string Snippet =>
        $"""
            <script async src="{Origin}/widget/v1/weather-widget.js"></script>
            <style>weather-widget{"{display:block;min-block-size:17rem}"}</style>
            <weather-widget city="Marrakech" lang="ar-MA" layout="card"></weather-widget>
            """;

    [Theory]
    [InlineData("Chromium", "ar", "rtl", "سليم", "خطأ")]
    [InlineData("Chromium", "fr", "ltr", "Correct", "Erreur")]
    [InlineData("Chromium", "en", "ltr", "In order", "Error")]
    [InlineData("Firefox", "ar", "rtl", "سليم", "خطأ")]
    [InlineData("Firefox", "fr", "ltr", "Correct", "Erreur")]
    [InlineData("Firefox", "en", "ltr", "In order", "Error")]
    [InlineData("WebKit", "ar", "rtl", "سليم", "خطأ")]
    [InlineData("WebKit", "fr", "ltr", "Correct", "Erreur")]
    [InlineData("WebKit", "en", "ltr", "In order", "Error")]
    public async Task Snippet_in_order_is_said_so_and_a_mistake_in_it_is_named(
        string engine,
        string lang,
        string direction,
        string ok,
        string error
    )
    {
        IEngine browser = await fixture.StartAsync(engine);
        await browser.OpenAsync(new Uri(browsers.Service, $"/doctor?lang={lang}"), Done);

        await CheckAsync(browser, Snippet);
        Assert.Equal(
            direction,
            await browser.RunAsync(
                "return getComputedStyle(document.querySelector('#yours-list p')).direction"
            )
        );
        Assert.Equal("", await browser.RunAsync(Heads("#yours-list > :is(.error, .warn)")));
        Assert.Equal(ok, await browser.RunAsync(Heads("#ours-list > li")));
        Assert.Contains("place=\"2542997\"", await TextAsync(browser), StringComparison.Ordinal);
        Assert.Contains("مراكش", await TextAsync(browser), StringComparison.Ordinal);

        await CheckAsync(browser, Snippet.Replace("Marrakech", "Marakech", StringComparison.Ordinal));
        Assert.Equal(error, await browser.RunAsync(Heads("#yours-list > .error")));
        Assert.Matches(
            "Marakech.*place=\"2542997\"",
            await browser.RunAsync(
                "return document.querySelector('#yours-list > .error').innerText.replaceAll('\\n', ' ')"
            )
        );
        // What is wrong stands first, and its picture is there.
        Assert.Equal(
            "true",
            await browser.RunAsync(
                "return document.querySelector('#yours-list > li').className === 'error' && document.querySelector('#yours-list path').getBoundingClientRect().width > 0"
            )
        );
    }

    /// <summary>Types, presses the button, and waits for the answer to this press.</summary>
    private static async Task CheckAsync(IEngine browser, string html)
    {
        await browser.FillAsync("#html", html);
        await browser.RunAsync("document.querySelector('#status').textContent = ''");
        await browser.ClickAsync("form button");
        await browser.WaitAsync(Done);
    }

    private static Task<string> TextAsync(IEngine browser) =>
        browser.RunAsync("return document.querySelector('#yours-list').innerText");

    /// <summary>The headings of findings, each once.</summary>
    private static string Heads(string findings) =>
        $"return [...new Set([...document.querySelectorAll('{findings}')].map(li => li.querySelector('strong').innerText))].join()";
}
