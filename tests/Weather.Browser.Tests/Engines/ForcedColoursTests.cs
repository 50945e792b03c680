using System.Text.Json;
using Xunit;

namespace Weather.Browser.Tests.Engines;

/// <summary>Somebody needs colours of their own ("contrast themes" of Windows): what the element says stays visible in them.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ForcedColoursTests(EnginesFixture fixture)
{
    /// <summary>Every word, line and picture on the screen, and which of them are in a colour of their own or too like their ground.</summary>
    private const string Look = """
        const colours = (root, ...names) => {
          const probe = root.appendChild(document.createElement('i'));
          const found = names.map(name => {
            probe.style = `forced-color-adjust: none; color: ${name}`;
            return getComputedStyle(probe).color;
          });
          probe.remove();
          return found;
        };
        const ground = element => {
          for (let e = element; e; e = e.parentElement ?? e.getRootNode().host) {
            const { backgroundColor } = getComputedStyle(e);
            if (!/^rgba.*, 0\)/.test(backgroundColor)) return backgroundColor;
          }
        };
        const light = colour => colour.match(/[\d.]+/g).slice(0, 3).map(part => part / 255)
          .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
          .reduce((sum, part, k) => sum + part * [0.2126, 0.7152, 0.0722][k], 0);
        const contrast = (...pair) => {
          const [dark, bright] = pair.map(light).sort((a, b) => a - b);
          return (bright + 0.05) / (dark + 0.05);
        };
        const wrong = new Set();
        const seen = new Set();
        for (const { shadowRoot } of document.querySelectorAll('weather-widget')) {
          const root = shadowRoot.querySelector('.root');
          const [canvas, ...inks] = colours(root, 'Canvas', 'CanvasText', 'LinkText', 'ButtonText', 'ButtonBorder', 'FieldText', 'Canvas');
          for (const element of [root, ...root.querySelectorAll('*')]) {
            if (!element.getBoundingClientRect().width) continue;
            const style = getComputedStyle(element);
            const svg = !!element.ownerSVGElement;
            const text = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
            const looks = {
              text: text && (svg ? style.fill : style.color),
              border: parseFloat(style.borderTopWidth) && style.borderTopColor,
              stroke: svg && style.stroke,
              fill: svg && !text && style.fill,
            };
            for (const [look, ink] of Object.entries(looks)) {
              if (!ink || ink === 'none') continue;
              const name = `${element.getAttribute('class')?.split(' ')[0] ?? element.localName} ${look}`;
              seen.add(name);
              const behind = ground(element) ?? canvas;
              if (!inks.includes(ink) || contrast(ink, behind) < 3) wrong.add(`${name}: ${ink} on ${behind}`);
            }
          }
        }
        return JSON.stringify({ wrong: [...wrong], seen: [...seen] });
        """;

    [Theory]
    [InlineData(EngineName.ChromiumWithForcedColours, "light")]
    [InlineData(EngineName.ChromiumWithForcedColours, "dark")]
    [InlineData(EngineName.FirefoxWithForcedColours, "light")]
    [InlineData(EngineName.FirefoxWithForcedColours, "dark")]
    public async Task Words_and_lines_take_the_systems_colours_and_nothing_is_like_its_ground(
        string engine,
        string theme
    )
    {
        IEngine browser = await fixture.StartAsync(engine);
        await browser.OpenAsync(
            fixture.Service.Watched(EnginePage.Everything(theme), EnginePage.AllNear),
            EnginePage.EverythingShown
        );
        JsonElement looked = JsonDocument.Parse(await browser.RunAsync(Look)).RootElement;
        string[] All(string what) =>
            [.. looked.GetProperty(what).EnumerateArray().Select(e => e.GetString()!)];

        Assert.Equal("true", await browser.RunAsync("return matchMedia('(forced-colors: active)').matches"));
        Assert.Empty(All("wrong"));
        Assert.Equal(
            "true",
            await browser.RunAsync(
                "const tab = chosen => getComputedStyle(document.querySelector('[places]').shadowRoot.querySelector(`[aria-selected=${chosen}]`)).backgroundColor; return tab(true) !== tab(false)"
            )
        );
        Assert.Empty(
            new[]
            {
                "temperature text",
                "stale text",
                "sample text",
                "alert text",
                "error text",
                "search text",
                "root border",
                "tab border",
                "_s stroke",
                "_c fill",
                "_r stroke",
                "_heat stroke",
                "_bar fill",
                "text text",
            }.Except(All("seen"), StringComparer.Ordinal)
        );
    }

    /// <summary>On the day this fails, WebKit belongs into the test above.</summary>
    [Fact]
    public async Task WebKit_hears_of_high_contrast_and_forces_no_colours()
    {
        IEngine browser = await fixture.StartAsync(EngineName.WebKitWithHighContrast);
        await browser.OpenAsync(fixture.Service.Page("<!doctype html><title>Contrast</title>"), "true");

        Assert.Equal(
            "true false",
            await browser.RunAsync(
                "return ['(prefers-contrast: more)', '(forced-colors: active)'].map(query => matchMedia(query).matches).join(' ')"
            )
        );
    }
}
