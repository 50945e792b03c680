using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Weather.Browser.Tests.Engines;
using Xunit;

namespace Weather.Browser.Tests;

/// <summary>All layouts at once, over widths, directions, themes and states.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LayoutTests(BrowserFixture browsers, EnginesFixture fixture)
{
    private static readonly string[] States =
    [
        "Ifrane",
        "Ifrane+stale",
        "Ifrane+sample+alert",
        "Ifrane+down",
    ];
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(120, "ar-MA")]
    [InlineData(120, "fr")]
    [InlineData(200, "ar-MA")]
    [InlineData(280, "fr")]
    [InlineData(320, "ar-MA")]
    [InlineData(320, "fr")]
    [InlineData(480, "ar-MA")]
    [InlineData(640, "fr")]
    [InlineData(1200, "ar-MA")]
    [InlineData(1200, "fr")]
    public async Task Nothing_moves_in_any_state_at_this_width(int width, string lang)
    {
        // Script and forecasts come after the first paint. Tall enough for everything to be in view, where a shift counts.
        await using PageProbe probe = await PageProbe.OpenAsync(
            browsers.Browser,
            fixture.Service.LayoutsPage(lang, States),
            new PageLook
            {
                Width = width + 20,
                Height = 10_000,
                HeldUntilPainted = "**/widget/**",
            }
        );
        await probe.ShownAsync();

        Assert.Equal(0, probe.Shifts.Sum());
        Assert.Empty(probe.Violations);
    }

    [Theory]
    [InlineData("ar-MA", ColorScheme.Light)]
    [InlineData("ar-MA", ColorScheme.Dark)]
    [InlineData("fr", ColorScheme.Light)]
    [InlineData("fr", ColorScheme.Dark)]
    public async Task Axe_finds_no_violation_in_any_layout_and_state(string lang, ColorScheme scheme)
    {
        await using PageProbe probe = await PageProbe.OpenAsync(
            browsers.Browser,
            fixture.Service.LayoutsPage(
                lang,
                scheme is ColorScheme.Light ? "Ifrane+alert" : "Ifrane+stale+holes",
                "Ifrane+down"
            ),
            new PageLook
            {
                Width = 400,
                Height = 6_000,
                ColorScheme = scheme,
            }
        );
        await probe.ShownAsync();

        await AssertAxeAsync(probe);
    }

    [Fact]
    public async Task Axe_finds_no_violation_in_forced_colours_and_in_the_tools()
    {
        await using PageProbe probe = await PageProbe.OpenAsync(
            browsers.Browser,
            fixture.Service.ElementsPage(
                "ar-MA",
                "<weather-widget places=\"1,2,3\" layout=\"full\"></weather-widget><weather-widget city=\"Ifrane\" search locate></weather-widget>"
            ),
            new PageLook { Height = 3_000, ForcedColors = ForcedColors.Active }
        );
        await probe.ShownAsync();
        await probe.Page.Locator("button.search").ClickAsync();
        await Assertions.Expect(probe.Page.Locator("input")).ToBeFocusedAsync();

        await AssertAxeAsync(probe);
    }

    [Theory]
    [InlineData("ar-MA")]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Screenshots_for_reviewers(string lang)
    {
        foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using PageProbe probe = await PageProbe.OpenAsync(
                browsers.Browser,
                fixture.Service.LayoutsPage(lang, "Ifrane+alert"),
                new PageLook
                {
                    Width = 340,
                    Height = 3_000,
                    ColorScheme = scheme,
                }
            );
            foreach (int width in new[] { 340, 640, 1200 })
            {
                await probe.Page.SetViewportSizeAsync(width, 3_000);
                await probe.ShownAsync();
                byte[] picture = await probe.Page.Locator("main").ScreenshotAsync();
                await File.WriteAllBytesAsync(
                    Checkout.Result($"layouts-{lang}-{width}-{scheme}.png"),
                    picture,
                    Cancel
                );
                Assert.True(picture.Length > 20_000, $"A picture of {picture.Length} bytes shows nothing.");
            }
        }
    }

    private static async Task AssertAxeAsync(PageProbe probe)
    {
        AxeResult result = await probe.Page.RunAxe();

        Assert.NotEmpty(result.Passes);
        Assert.Empty(
            result.Violations.Select(found =>
                $"{found.Id}: {found.Help} {string.Join(", ", found.Nodes.Take(3).Select(node => $"{node.Target} {node.Html}"))}"
            )
        );
    }
}
