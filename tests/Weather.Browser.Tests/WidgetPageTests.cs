using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Weather.Browser.Tests;

/// <summary>The service's own page, as a visitor's browser shows it.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class WidgetPageTests(BrowserFixture fixture)
{
    [Fact]
    public async Task Page_shows_Marrakech_in_Arabic_right_to_left()
    {
        await using PageProbe probe = await PageProbe.OpenAsync(fixture.Browser, fixture.Service);
        ILocator marrakech = probe.Widget("ar", "مراكش");

        await Assertions.Expect(marrakech).ToBeVisibleAsync();
        ILocator root = PageProbe.Part(marrakech, "root");
        await Assertions.Expect(root).ToHaveAttributeAsync("dir", "rtl");
        await Assertions.Expect(root).ToHaveAttributeAsync("lang", "ar-MA");
        await Assertions.Expect(root).ToHaveCSSAsync("direction", "rtl");
        await Assertions.Expect(PageProbe.Part(marrakech, "place")).ToContainTextAsync("مراكش");
        await Assertions.Expect(PageProbe.Part(marrakech, "day")).ToHaveCountAsync(5);
        await Assertions.Expect(PageProbe.Part(marrakech, "temperature").First).ToContainTextAsync("°");
        await Assertions
            .Expect(PageProbe.Part(marrakech, "condition").First)
            .ToHaveTextAsync(ArabicLetters());
        await Assertions.Expect(PageProbe.Part(marrakech, "source")).ToContainTextAsync("Open-Meteo");
        await Assertions.Expect(PageProbe.Part(marrakech, "age")).Not.ToBeEmptyAsync();
        await Assertions.Expect(PageProbe.Part(marrakech, "sample")).ToBeHiddenAsync();
        await Assertions.Expect(PageProbe.Part(marrakech, "error")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("fr", "Casablanca")]
    [InlineData("en", "London")]
    public async Task Beside_it_stands_a_city_left_to_right(string language, string place)
    {
        await using PageProbe probe = await PageProbe.OpenAsync(fixture.Browser, fixture.Service);
        ILocator widget = probe.Widget(language, place);

        await Assertions.Expect(widget).ToBeVisibleAsync();
        await Assertions.Expect(PageProbe.Part(widget, "root")).ToHaveAttributeAsync("dir", "ltr");
        await Assertions.Expect(PageProbe.Part(widget, "day")).ToHaveCountAsync(5);
        await Assertions.Expect(PageProbe.Part(widget, "temperature").First).ToContainTextAsync("°");
        await Assertions.Expect(PageProbe.Part(widget, "source")).ToContainTextAsync("Open-Meteo");
    }

    [Fact]
    public async Task Page_says_nothing_on_the_console_under_the_strictest_policy()
    {
        await using PageProbe probe = await OpenWholeAsync();
        string? policy = await probe.Response.HeaderValueAsync("content-security-policy");

        Assert.NotNull(policy);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.Contains("trusted-types 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Empty(probe.Violations);
        Assert.Empty(probe.Complaints);
        Assert.Empty(probe.Failed);
    }

    [Fact]
    public async Task M14_page_asks_nobody_but_the_service_and_keeps_no_cookie()
    {
        await using PageProbe probe = await OpenWholeAsync();

        Assert.Equal([fixture.Service.Authority], probe.Hosts);
        Assert.Empty(await probe.Page.Context.CookiesAsync());
    }

    [Fact]
    public async Task Page_of_the_API_description_asks_nobody_but_the_service()
    {
        await using PageProbe probe = await PageProbe.OpenAsync(
            fixture.Browser,
            new Uri(fixture.Service, "/docs")
        );

        await Assertions.Expect(probe.Page.GetByText("/v1/places").First).ToBeVisibleAsync();

        Assert.Equal([fixture.Service.Authority], probe.Hosts);
        Assert.Empty(probe.Failed);
    }

    [Theory]
    [InlineData(1200, "**/widget/**")]
    [InlineData(1200, "**/v1/forecast*")]
    [InlineData(340, "**/widget/**")]
    [InlineData(340, "**/v1/forecast*")]
    public async Task Nothing_moves_when_script_or_forecast_comes_after_the_first_paint(
        int width,
        string late
    )
    {
        await using PageProbe probe = await OpenWholeAsync(
            new PageLook { Width = width, HeldUntilPainted = late }
        );

        Assert.Equal(0, probe.Shifts.Sum());
    }

    [Fact]
    public async Task Sample_data_are_visibly_marked_when_the_upstream_is_dead()
    {
        await using RunningService service = await RunningService.StartAsync(RunningService.DeadUpstream);
        await using PageProbe probe = await PageProbe.OpenAsync(fixture.Browser, service.Address);

        ILocator mark = PageProbe.Part(probe.Widget("ar", "مراكش"), "sample");
        await Assertions.Expect(mark).ToBeVisibleAsync();
        await Assertions.Expect(mark).ToHaveTextAsync(ArabicLetters());
        await Assertions.Expect(PageProbe.Part(probe.Widget("en", "London"), "sample")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_no_violation(ColorScheme scheme)
    {
        // Axe is a script put into the page, which the page's own policy would rightly refuse.
        await using PageProbe probe = await OpenWholeAsync(
            new PageLook { ColorScheme = scheme, BypassPolicy = true }
        );

        AxeResult result = await probe.Page.RunAxe();

        Assert.NotEmpty(result.Passes);
        Assert.Empty(
            result.Violations.Select(found =>
                $"{found.Id}: {found.Help} {string.Join(", ", found.Nodes.Select(node => node.Target))}"
            )
        );
    }

    private async Task<PageProbe> OpenWholeAsync(PageLook? look = null)
    {
        PageProbe probe = await PageProbe.OpenAsync(fixture.Browser, fixture.Service, look);
        await probe.CitiesShownAsync();
        return probe;
    }

    /// <summary>Runs in the browser, so it is written as JavaScript understands it too.</summary>
    [GeneratedRegex("[\u0600-\u06FF]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArabicLetters();
}
