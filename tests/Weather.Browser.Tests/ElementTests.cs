using System.Collections.Concurrent;
using Microsoft.Playwright;
using Weather.Browser.Tests.Engines;
using Xunit;

namespace Weather.Browser.Tests;

/// <summary>What the element does, over canned weather.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ElementTests(BrowserFixture browsers, EnginesFixture fixture)
{
    private CannedService Service => fixture.Service;

    [Fact]
    public async Task Fifty_elements_in_whatever_layouts_ask_once_and_share_one_sheet_and_one_timer()
    {
        await using IBrowserContext context = await browsers.Browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 700, Height = 30_000 },
            }
        );
        await context.AddInitScriptAsync(
            """
            window.timers = new Set();
            const set = window.setTimeout, clear = window.clearTimeout;
            window.setTimeout = (run, wait, ...rest) => {
              const id = set(() => { timers.delete(id); run(...rest) }, wait);
              timers.add(id);
              return id;
            };
            window.clearTimeout = id => { timers.delete(id); clear(id) };
            """
        );
        IPage page = await context.NewPageAsync();
        // Of this page alone: another that was just closed may still have asked the service.
        var asked = new ConcurrentQueue<string>();
        page.Request += (_, request) => asked.Enqueue(new Uri(request.Url).AbsolutePath);
        await page.GotoAsync(new Uri(Service.Address, "demo/many.html").ToString());
        await page.WaitForFunctionAsync(
            "() => { const all = [...document.querySelectorAll('weather-widget')]; return all.length === 50 && all.every(w => w.shadowRoot?.querySelector('.foot') && w.shadowRoot.querySelector('svg')) }"
        );
        Assert.Single(asked, path => path.StartsWith("/v1/", StringComparison.Ordinal));
        Assert.Single(asked, path => path.EndsWith("words/fr.json", StringComparison.Ordinal));
        Assert.Single(asked, path => path.EndsWith("/chart.js", StringComparison.Ordinal));
        Assert.Equal(
            1,
            await page.EvaluateAsync<int>(
                "() => new Set([...document.querySelectorAll('weather-widget')].flatMap(w => [...w.shadowRoot.adoptedStyleSheets])).size"
            )
        );
        Assert.Equal(1, await page.EvaluateAsync<int>("() => timers.size"));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.getAnimations().length"));
    }

    /// <summary>What the build adds up as the weight of a page.</summary>
    [Theory]
    [InlineData("card", "weather-widget.js")]
    [InlineData("badge", "weather-widget.js")]
    [InlineData("line", "weather-widget.js")]
    [InlineData("strip", "weather-widget.js")]
    [InlineData("full", "weather-widget.js chart.js")]
    public async Task Layout_loads_no_other_script_than_the_build_counts(string layout, string files)
    {
        await using PageProbe probe = await OpenAsync(
            $"<weather-widget city=\"Ifrane\" lang=\"fr\" layout=\"{layout}\"></weather-widget>"
        );

        Assert.Equal(
            files.Split(' ').Order(StringComparer.Ordinal),
            probe
                .Requests.Select(address => new Uri(address).AbsolutePath)
                .Where(path => path.EndsWith(".js", StringComparison.Ordinal))
                .Select(path => path[(path.LastIndexOf('/') + 1)..])
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Thousand_mounts_leave_nothing_behind()
    {
        await using PageProbe probe = await OpenAsync("<weather-widget city=\"Ifrane\"></weather-widget>");
        ICDPSession devTools = await probe.Page.Context.NewCDPSessionAsync(probe.Page);
        await probe.Page.EvaluateAsync(
            """
            async () => {
              window.refs = [];
              for (let k = 0; k < 1000; k++) {
                const element = document.createElement('weather-widget');
                element.setAttribute('city', 'Ifrane');
                document.body.append(element);
                refs.push(new WeakRef(element));
                await 0;
                element.remove();
              }
              await new Promise(done => setTimeout(done, 300));
            }
            """
        );
        await devTools.SendAsync("HeapProfiler.collectGarbage");
        await devTools.SendAsync("HeapProfiler.collectGarbage");

        Assert.InRange(
            await probe.Page.EvaluateAsync<int>("() => refs.filter(ref => ref.deref()).length"),
            0,
            5
        );
    }

    [Fact]
    public async Task Tabs_show_several_places_from_one_request_and_follow_the_arrow_keys_as_they_lie()
    {
        int before = Service.Requests.Count;
        await using PageProbe probe = await OpenAsync(
            "<weather-widget places=\"1, 2, 3\" lang=\"ar-MA\"></weather-widget>"
        );
        await probe.Page.Locator("button.tab").First.FocusAsync();
        await probe.Page.Keyboard.PressAsync("ArrowLeft");

        await Assertions.Expect(probe.Page.Locator("button.tab").Nth(1)).ToBeFocusedAsync();
        await Assertions
            .Expect(probe.Page.Locator("button.tab").Nth(1))
            .ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(probe.Page.Locator(".place")).ToHaveTextAsync("#2");
        LocatorBoundingBoxResult box = (await probe.Page.Locator("button.tab").First.BoundingBoxAsync())!;
        Assert.True(box.Width >= 44 && box.Height >= 44, $"{box.Width} x {box.Height}");
        Assert.Single(
            Service.Requests.Skip(before),
            path => path.StartsWith("/v1/forecasts?places=1%2C2%2C3&", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Search_keeps_a_place_only_when_the_visitor_picks_one()
    {
        await using PageProbe probe = await OpenAsync(
            "<weather-widget city=\"London\" search></weather-widget>"
        );
        await probe.Page.Locator("button.search").ClickAsync();
        await probe.Page.Locator("input").FillAsync("ifr");
        ILocator result = probe.Page.Locator("button.result").First;
        await Assertions.Expect(result).ToContainTextAsync("Ifrane");
        Assert.Equal(0, await probe.Page.EvaluateAsync<int>("() => localStorage.length"));
        await result.ClickAsync();

        await Assertions
            .Expect(probe.Page.Locator(".place"))
            .ToContainTextAsync("#", new LocatorAssertionsToContainTextOptions { Timeout = 5_000 });
        await Assertions.Expect(probe.Page.Locator("button.search")).ToBeFocusedAsync();
        Assert.StartsWith(
            "place=",
            await probe.Page.EvaluateAsync<string>("() => localStorage['weather-widget']"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Location_is_asked_on_a_tap_only_and_leaves_the_device_rounded()
    {
        await using PageProbe probe = await OpenAsync(
            "<weather-widget city=\"London\" locate></weather-widget>"
        );
        await probe.Page.Context.GrantPermissionsAsync(["geolocation"]);
        await probe.Page.Context.SetGeolocationAsync(
            new Geolocation { Latitude = 33.58994f, Longitude = -7.60387f }
        );
        int before = Service.Requests.Count;
        await probe.Page.Locator("button.locate").ClickAsync();
        await Assertions.Expect(probe.Page.Locator(".place")).ToHaveTextAsync("Ifrane");

        Assert.Contains(
            Service.Requests.Skip(before),
            path => path.StartsWith("/v1/forecast?lat=33.6&lon=-7.6&", StringComparison.Ordinal)
        );
        Assert.Equal(0, await probe.Page.EvaluateAsync<int>("() => localStorage.length"));
    }

    [Fact]
    public async Task Warning_has_colour_shape_and_word_and_without_data_there_is_none()
    {
        await using PageProbe probe = await OpenAsync(
            "<weather-widget city=\"Ifrane+alert\" lang=\"fr\"></weather-widget><weather-widget city=\"Ifrane\" lang=\"fr\"></weather-widget><weather-widget city=\"Ifrane+alert+stale\" lang=\"fr\"></weather-widget>"
        );

        ILocator banner = probe.Page.Locator(".alert");
        await Assertions.Expect(banner).ToHaveCountAsync(1);
        await Assertions.Expect(banner).ToContainTextAsync("▲ Vigilance orange : Neige, jusqu’à");
        await Assertions.Expect(banner).ToHaveCSSAsync("background-color", "rgb(255, 157, 60)");
        await Assertions.Expect(probe.Page.Locator(".air")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Failure_after_data_keeps_them_with_their_age_and_a_cold_failure_shows_the_trace_code()
    {
        await using PageProbe probe = await OpenAsync(
            "<weather-widget city=\"Ifrane\" lang=\"fr\"></weather-widget><weather-widget city=\"Ifrane+down\" lang=\"fr\">Météo</weather-widget>"
        );
        ILocator cold = probe.Page.Locator("weather-widget").Nth(1);
        await Assertions.Expect(cold.Locator(".code")).ToHaveTextAsync("Code \u20684bf92f35\u2069");
        await Assertions.Expect(cold.Locator("button.retry")).ToBeVisibleAsync();
        await Assertions.Expect(cold).ToContainTextAsync("Météo");

        Service.Down = true;
        try
        {
            await probe.Page.ClockInFiveMinutesAsync();
            await Assertions
                .Expect(probe.Page.Locator(".failed").First)
                .ToHaveTextAsync(
                    "Non actualisé",
                    new LocatorAssertionsToHaveTextOptions { Timeout = 10_000 }
                );
            await Assertions.Expect(probe.Page.Locator(".age").First).ToContainTextAsync("minutes");
            await Assertions.Expect(probe.Page.Locator(".temperature").First).ToContainTextAsync("°");
        }
        finally
        {
            Service.Down = false;
        }
    }

    [Theory]
    [InlineData("badge")]
    [InlineData("line")]
    public async Task Small_layouts_show_the_age_of_old_data_too(string layout)
    {
        await using PageProbe probe = await OpenAsync(
            $"<weather-widget city=\"Ifrane+stale\" lang=\"ar-MA\" layout=\"{layout}\"></weather-widget>"
        );

        await Assertions.Expect(probe.Page.Locator(".stale")).ToHaveTextAsync("معطيات غير محينة");
        await Assertions.Expect(probe.Page.Locator(".age")).ToHaveTextAsync("قبل \u20685\u2069 ساعات");
        await Assertions.Expect(probe.Page.Locator(".age")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Blocks_units_and_link_are_the_pages_choice_and_missing_values_are_never_zero()
    {
        await using PageProbe probe = await OpenAsync(
            """
            <weather-widget city="Ifrane+holes" lang="en" layout="full" show="uv" hide="feels date" units="us kn" href="/x"></weather-widget>
            """
        );
        IPage page = probe.Page;

        Assert.Equal(
            "0",
            await page.InRootAsync("root.querySelectorAll('.feels, .date, .visibility').length")
        );
        Assert.Contains(
            "8 kn",
            Plain(await page.InRootAsync("root.querySelector('.wind').textContent")),
            StringComparison.Ordinal
        );
        await Assertions.Expect(page.Locator(".now .temperature")).ToHaveTextAsync("—");
        await Assertions.Expect(page.Locator("a.place")).ToHaveAttributeAsync("href", "/x");
        await Assertions.Expect(page.Locator(".day").Nth(1).Locator(".high")).ToHaveTextAsync("—");
        await Assertions.Expect(page.Locator(".uv")).ToContainTextAsync("moderate");
        Assert.Equal("24", await page.InRootAsync("root.querySelectorAll('.chart tbody tr').length"));
    }

    [Fact]
    public async Task Clock_of_the_visitor_may_be_three_hours_wrong()
    {
        await using IBrowserContext context = await browsers.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.AddInitScriptAsync("const real = Date.now; Date.now = () => real() - 3 * 3600e3;");
        await page.GotoAsync(
            Service
                .ElementsPage("en", "<weather-widget city=\"Ifrane\" layout=\"strip\"></weather-widget>")
                .ToString()
        );
        await Assertions.Expect(page.Locator(".age")).ToHaveTextAsync("Updated \u20687\u2069 minutes ago");
        await Assertions.Expect(page.Locator(".now .temperature")).ToContainTextAsync("−3");
    }

    [Fact]
    public async Task Script_loaded_twice_and_an_element_that_moves_do_no_harm()
    {
        await using PageProbe probe = await OpenAsync(
            "<script async src=\"/widget/v1/weather-widget.js?again\"></script><weather-widget city=\"Ifrane\" lang=\"en\"></weather-widget><div id=\"other\"></div>"
        );
        await probe.Page.EvaluateAsync(
            "() => { const w = document.querySelector('weather-widget'); document.querySelector('#other').append(w); w.remove(); document.body.prepend(w); w.setAttribute('lang', 'fr') }"
        );

        await Assertions.Expect(probe.Page.Locator(".root")).ToHaveAttributeAsync("lang", "fr");
        Assert.Empty(probe.Failed);
        Assert.Empty(probe.Complaints);
    }

    [Fact]
    public async Task Each_day_is_one_sentence_and_nothing_is_a_live_region()
    {
        await using PageProbe probe = await OpenAsync(
            "<weather-widget city=\"Ifrane\" lang=\"ar-MA\"></weather-widget>"
        );
        string tree = await probe.Page.Locator("weather-widget").AriaSnapshotAsync();

        Assert.Contains(
            "اليوم: تساقطات ثلجية كثيفة، العليا ناقص 4 درجات، الدنيا ناقص 12 درجة",
            Plain(tree),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "0",
            await probe.Page.InRootAsync(
                "root.querySelectorAll('[aria-live], [role=status], [role=alert]').length"
            )
        );
    }

    private static string Plain(string text) =>
        text.Replace("\u2068", "", StringComparison.Ordinal)
            .Replace("\u2069", "", StringComparison.Ordinal)
            .Replace('\u00a0', ' ');

    private async Task<PageProbe> OpenAsync(string elements)
    {
        PageProbe probe = await PageProbe.OpenAsync(
            browsers.Browser,
            Service.ElementsPage("en", elements),
            new PageLook { Width = 420, Height = 2_000 }
        );
        await probe.ShownAsync();
        return probe;
    }
}
