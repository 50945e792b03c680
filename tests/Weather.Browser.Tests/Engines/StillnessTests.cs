using Xunit;

namespace Weather.Browser.Tests.Engines;

/// <summary>Nothing on the page moves, in any engine: not when script, words or forecast come late, and not when they do not come.</summary>
[Collection(BrowserCollection.Name)]
public sealed class StillnessTests(EnginesFixture fixture)
{
    /// <summary>Where everything stands, frame by frame from the first on; a place in the page that changes is told.</summary>
    private const string Frames = """
        window.moved = [];
        window.frames_ = 0;
        let first;
        const look = () => {
          const tops = [...document.querySelectorAll('main > *')].map(e => Math.round(e.getBoundingClientRect().top * 10) / 10);
          if (tops.length) {
            first ??= tops;
            frames_++;
            tops.forEach((top, k) => { if (top !== first[k]) moved.push(k + ': ' + first[k] + ' to ' + top); });
          }
          requestAnimationFrame(look);
        };
        addEventListener('DOMContentLoaded', look);
        """;

    [Theory]
    [InlineData("Chromium", "ar-MA")]
    [InlineData("Chromium", "fr")]
    [InlineData("Firefox", "ar-MA")]
    [InlineData("Firefox", "fr")]
    [InlineData("WebKit", "ar-MA")]
    [InlineData("WebKit", "fr")]
    public async Task Nothing_moves_over_layouts_widths_and_states_in(string engine, string lang)
    {
        IEngine browser = await fixture.StartAsync(engine);
        foreach (int width in new[] { 120, 200, 288, 300, 340, 576, 1200 })
        {
            await browser.OpenAsync(
                fixture.Service.Watched(
                    $"<style>main{{inline-size:{width}px}}</style>"
                        + EnginePage.Layouts(
                            "",
                            "Ifrane",
                            "Ifrane+stale",
                            "Ifrane+sample+alert",
                            "Ifrane+down"
                        ),
                    EnginePage.AllNear + Frames,
                    "<script async src=\"/widget/v1/weather-widget.js?slow\"></script>",
                    lang
                ),
                $"frames_ > 2 && {EnginePage.Shown}"
            );
            // Two frames after the last element has drawn.
            await browser.RunAsync("window.until = frames_ + 2");
            await browser.WaitAsync("frames_ > until");

            Assert.Equal(
                "",
                await browser.RunAsync($"return moved.slice(0, 5).map(m => '{width} px, ' + m).join('; ')")
            );
        }
    }

    [Theory]
    [InlineData("Chromium")]
    [InlineData("Firefox")]
    [InlineData("WebKit")]
    public async Task Watch_of_this_test_sees_what_moves_in(string engine)
    {
        IEngine browser = await fixture.StartAsync(engine);
        await browser.OpenAsync(
            fixture.Service.Watched(
                "<p>first</p><p>second</p>",
                Frames,
                "<script>setTimeout(() => document.querySelector('h1').style.height = '90px', 300)</script>"
            ),
            "moved.length > 0"
        );

        Assert.StartsWith("1: ", await browser.RunAsync("return moved[0]"), StringComparison.Ordinal);
    }
}
