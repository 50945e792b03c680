using Xunit;

namespace Weather.Browser.Tests.Engines;

/// <summary>Whose colours the element takes: the page's scheme, the attribute's, the page's own; and always such as can be read.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ColourTests(EnginesFixture fixture)
{
    private const string Black = "rgb(0, 0, 0)";
    private const string White = "rgb(255, 255, 255)";

    private static readonly string[] Engines = [EngineName.Chromium, EngineName.Firefox, EngineName.WebKit];

    private static readonly (string Theme, string Style, string Expected)[] Styles =
    [
        ("light", "--weather-background: rgb(20 30 40)", White),
        ("dark", "--weather-background: #fe9", Black),
        ("light", "--weather-background: oklch(0.3 0.1 260)", White),
        ("light", "--weather-background: color(display-p3 0.1 0.1 0.3)", White),
        ("light", "--weather-background: #222; --weather-color: #555", White),
        ("light", "--weather-background: #222; --weather-color: rgb(250, 250, 0)", "rgb(250, 250, 0)"),
        // What cannot be known is left alone.
        ("light", "--weather-background: #2229; --weather-color: #555", "rgb(85, 85, 85)"),
        (
            "light",
            "--weather-background: linear-gradient(#222, #333); --weather-color: #555",
            "rgb(85, 85, 85)"
        ),
    ];

    private static readonly (string Page, string Theme, bool Dark)[] Pages =
    [
        ("", "", false),
        ("color-scheme: dark", "", true),
        ("color-scheme: dark", "light", false),
        ("color-scheme: light", "dark", true),
    ];

    public static TheoryData<string, string, string, string> Readable =>
        [
            .. from engine in Engines
            from one in Styles
            select new TheoryDataRow<string, string, string, string>(
                engine,
                one.Theme,
                one.Style,
                one.Expected
            ),
        ];

    public static TheoryData<string, string, string, bool> Schemes =>
        [
            .. from engine in Engines
            from one in Pages
            select new TheoryDataRow<string, string, string, bool>(engine, one.Page, one.Theme, one.Dark),
        ];

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task Text_stays_readable_on_the_pages_colours(
        string engine,
        string theme,
        string style,
        string expected
    )
    {
        IEngine browser = await OpenAsync(
            engine,
            $"<weather-widget city=\"Ifrane\" theme=\"{theme}\" style=\"{style}\"></weather-widget>"
        );
        // The colours are looked at by a part of the script that comes for them and brings rules of its own.
        await browser.WaitAsync(
            "[...document.querySelector('weather-widget').shadowRoot.adoptedStyleSheets[0].cssRules].some(rule => rule.cssText.includes('caret-color'))"
        );

        Assert.Equal(
            expected,
            await browser.RunAsync(
                "return getComputedStyle(document.querySelector('weather-widget').shadowRoot.querySelector('.root')).color"
            )
        );
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task Element_is_dark_where_its_page_or_its_attribute_says_so(
        string engine,
        string page,
        string theme,
        bool dark
    )
    {
        IEngine browser = await OpenAsync(
            engine,
            $"<div style=\"{page}\"><weather-widget city=\"Ifrane\" theme=\"{theme}\"></weather-widget></div>"
        );

        Assert.Equal(
            dark ? "dark ground, light text" : "light ground, dark text",
            await browser.RunAsync(
                """
                const { color, backgroundColor } = getComputedStyle(document.querySelector('weather-widget').shadowRoot.querySelector('.root'));
                const name = value => value.match(/\d+/g).slice(0, 3).every(part => part > 127) ? 'light' : 'dark';
                return `${name(backgroundColor)} ground, ${name(color)} text`;
                """
            )
        );
    }

    private async Task<IEngine> OpenAsync(string engine, string body)
    {
        IEngine browser = await fixture.StartAsync(engine);
        await browser.OpenAsync(fixture.Service.Watched(body), EnginePage.Shown);
        return browser;
    }
}
