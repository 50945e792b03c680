using System.Text.Json;
using Xunit;

namespace Weather.Browser.Tests.Engines;

/// <summary>What every engine must do: run under the strictest policy, and paint Arabic with its numbers the right way round.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EngineTests(EnginesFixture fixture)
{
    private const string Nonce = "cmFuZG9t";

    /// <summary>All that came wrong is kept for the test; the policy allows this script by its nonce.</summary>
    private const string Watch = """
        window.wrong = [];
        // The browser's own wish for an icon of the page is none of ours.
        addEventListener('securitypolicyviolation', e => /favicon/.test(e.blockedURI) || wrong.push(e.violatedDirective + ' ' + e.blockedURI));
        addEventListener('error', e => wrong.push(String(e.message)));
        addEventListener('weather-error', e => wrong.push('weather-error ' + e.detail.status + ' ' + e.detail.error));
        """;

    private const string Shown = """
        [...document.querySelectorAll('weather-widget')].every(w => w.shadowRoot?.querySelector('.foot') &&
          w.shadowRoot.querySelector('.icon svg') &&
          (w.getAttribute('layout') !== 'full' || w.shadowRoot.querySelector('.chart table')))
        """;

    /// <summary>The characters of an element as they lie on the screen, from left to right.</summary>
    private const string Painted = """
        const painted = element => {
          const glyphs = [];
          const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const node = walk.currentNode;
            for (let k = 0; k < node.data.length; k++) {
              if (/[\u2066-\u2069\s]/.test(node.data[k])) continue;
              const range = document.createRange();
              range.setStart(node, k);
              range.setEnd(node, k + 1);
              const box = range.getBoundingClientRect();
              // WebKit gives the first character of a run the width of the whole run: then only the edge where it starts is its own.
              const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
              const middle = box.width < size * 1.5 ? box.left + box.width / 2
                : /[\u0600-\u06ff]/.test(node.data[k]) ? box.right - size / 4 : box.left + size / 4;
              glyphs.push([node.data[k], middle, box.top]);
            }
          }
          // The first line of what may be several.
          return glyphs.filter(g => g[2] < glyphs[0][2] + 6).sort((a, b) => a[1] - b[1]).map(g => g[0]).join('');
        };
        const root = document.querySelector('[layout=full]').shadowRoot;
        """;

    [Theory]
    [InlineData("Chromium")]
    [InlineData("Firefox")]
    [InlineData("WebKit")]
    public async Task Every_layout_runs_under_the_strictest_policy_in(string engine)
    {
        IEngine browser = await OpenAsync(engine);

        Assert.Equal("", await browser.RunAsync("return window.wrong.join('; ')"));
        Assert.Equal(
            "rtl",
            await browser.RunAsync(
                "return getComputedStyle(document.querySelector('[layout=card]').shadowRoot.querySelector('.root')).direction"
            )
        );
        Assert.Equal(
            "إفران",
            await browser.RunAsync(
                "return document.querySelector('[layout=badge]').shadowRoot.querySelector('.place').textContent"
            )
        );
        // Nothing runs out of its element sideways.
        Assert.Equal(
            "0",
            await browser.RunAsync(
                "return [...document.querySelectorAll('weather-widget')].filter(w => { const s = w.shadowRoot.querySelector('section'); return s.scrollWidth > s.clientWidth }).length"
            )
        );
    }

    [Theory]
    [InlineData("Chromium")]
    [InlineData("Firefox")]
    [InlineData("WebKit")]
    public async Task Numbers_keep_sign_and_unit_where_they_belong_in(string engine)
    {
        IEngine browser = await OpenAsync(engine);
        string json = await browser.RunAsync(
            Painted
                + """
                const of = (selector, seen) => painted(root.querySelector(selector + (seen ? ' [aria-hidden]' : '')));
                return JSON.stringify({
                  now: of('.now .temperature', true), high: of('.high', true), low: of('.low', true), rain: of('.details .rain', true),
                  wind: of('.wind span'), day: of('.day .low'), hour: of('.hour .temperature'), clock: of('.hour:nth-child(3) .label'),
                });
                """
        );
        Dictionary<string, string> painted = JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

        Assert.Equal("−3°", painted["now"]);
        Assert.Equal("−12°", painted["day"]);
        Assert.Equal("−3°", painted["hour"]);
        // The label is on the right, and the number is whole on its left.
        Assert.StartsWith("−4°", painted["high"], StringComparison.Ordinal);
        Assert.StartsWith("−12°", painted["low"], StringComparison.Ordinal);
        Assert.StartsWith("35%", painted["rain"], StringComparison.Ordinal);
        // Right to left: the word, the number, its unit.
        string wind = new([.. painted["wind"].Reverse()]);
        Assert.Matches("^الرياح51كلم/س", wind);
        Assert.Matches("^([01][0-9]|2[0-3]):00$|^\\p{IsArabic}+$", painted["clock"]);
    }

    private async Task<IEngine> OpenAsync(string engine)
    {
        string service = fixture.Service.Address.GetLeftPart(UriPartial.Authority);
        string elements = string.Concat(
            new[] { "badge", "line", "strip", "card", "full" }.Select(layout =>
                $"<weather-widget layout=\"{layout}\" city=\"Ifrane\" lang=\"ar-MA\"></weather-widget>"
            )
        );
        Uri page = fixture.Service.Page(
            $"<!doctype html><html lang=\"ar\" dir=\"rtl\"><head><meta charset=\"utf-8\"><script nonce=\"{Nonce}\">{Watch}</script>"
                + $"<script async nonce=\"{Nonce}\" src=\"{service}/widget/v1/weather-widget.js\"></script></head><body>{elements}</body></html>",
            $"default-src 'none'; script-src 'nonce-{Nonce}'; connect-src {service}; require-trusted-types-for 'script'; trusted-types 'none'"
        );
        IEngine browser = await fixture.StartAsync(engine);
        await browser.OpenAsync(page, Shown);
        return browser;
    }
}
