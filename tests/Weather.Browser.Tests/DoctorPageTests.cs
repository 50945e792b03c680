using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Weather.Browser.Tests;

/// <summary>The installation check at <c>/doctor</c>, as an editor uses it, in front of the real service.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class DoctorPageTests(BrowserFixture fixture)
{
    private const string Problems = "#yours-list > :is(.error, .warn)";
    private const string Ours = "#ours-list > li";
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Origin => fixture.Service.GetLeftPart(UriPartial.Authority);

    private string Script => $"<script async src=\"{Origin}/widget/v1/weather-widget.js\"></script>";

    private string Snippet =>
        $"""
            {Script}
            <style>weather-widget{"{display:block;min-block-size:17rem}"}</style>
            <weather-widget city="Marrakech" lang="ar-MA" layout="card" days="5"></weather-widget>
            """;

    /// <summary>Wrong in many ways.</summary>
    private string Broken =>
        $"""
            <script type="module" src="{Origin}/widget/v1/weather-widget.js"></script>
            <weather-widget city="Marakech" langue="ar" layout="crad" days="9"></weather-widget>
            """;

    [Theory]
    [InlineData("ar-MA", "ar-MA", "rtl", "فحص التركيب")]
    [InlineData("fr-FR", "fr", "ltr", "Vérification de l’installation")]
    [InlineData("de-DE", "en", "ltr", "Installation check")]
    public async Task Page_speaks_the_browsers_language_and_says_how_the_service_is(
        string locale,
        string lang,
        string direction,
        string title
    )
    {
        await using PageProbe probe = await OpenAsync(new PageLook { Locale = locale });

        await Assertions.Expect(probe.Page.Locator("html")).ToHaveAttributeAsync("lang", lang);
        await Assertions.Expect(probe.Page.Locator("html")).ToHaveAttributeAsync("dir", direction);
        await Assertions.Expect(probe.Page.Locator("h1")).ToHaveTextAsync(title);
        await Assertions.Expect(probe.Page).ToHaveTitleAsync(title);
        await Assertions.Expect(probe.Page.Locator($"{Ours}.ok")).ToHaveCountAsync(3);
        await Assertions.Expect(probe.Page.Locator("#yours")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Snippet_of_the_README_is_in_order_and_its_city_is_found()
    {
        await using PageProbe probe = await OpenAsync();
        await CheckAsync(
            probe,
            Snippet,
            $"default-src 'self'; script-src {Origin}; connect-src {Origin}; style-src 'unsafe-inline'; "
                + "require-trusted-types-for 'script'; trusted-types 'none'"
        );

        await Assertions.Expect(probe.Page.Locator("#yours-list > .ok")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(probe.Page.Locator(Problems)).ToHaveCountAsync(0);
        await Assertions.Expect(probe.Page.Locator("#yours-list")).ToContainTextAsync("مراكش");
        await Assertions.Expect(probe.Page.Locator("#yours-list")).ToContainTextAsync("place=\"2542997\"");
        await Assertions.Expect(probe.Page.Locator($"{Ours}.ok")).ToHaveCountAsync(5);
        await Assertions.Expect(probe.Page.Locator("#ours-list")).ToContainTextAsync("Open-Meteo");
        await Assertions.Expect(probe.Page.Locator("#ours-list")).ToContainTextAsync("CC BY 4.0");
        Assert.Empty(probe.Violations);
        Assert.Empty(probe.Complaints);
        Assert.Empty(probe.Failed);
        Assert.Equal([fixture.Service.Authority], probe.Hosts);
        Assert.Empty(await probe.Page.Context.CookiesAsync());
    }

    [Fact]
    public async Task Pinned_script_with_the_hash_of_this_release_is_in_order_and_another_hash_is_not()
    {
        await using PageProbe probe = await OpenAsync();
        string pinned = await probe.Page.EvaluateAsync<string>(
            """
            async () => {
              const { version, files } = await (await fetch('/widget/integrity.json')).json();
              return `<script async crossorigin src="${location.origin}/widget/${version}/weather-widget.js" integrity="${files['weather-widget.js']}"></script>`;
            }
            """
        );
        await CheckAsync(probe, pinned);
        await Assertions
            .Expect(probe.Page.Locator("#yours-list > .ok"))
            .ToContainTextAsync([Origin, "integrity"]);

        await CheckAsync(probe, pinned.Replace("sha384-", "sha384-A", StringComparison.Ordinal));
        await Assertions
            .Expect(probe.Page.Locator(Problems).First)
            .ToContainTextAsync("integrity is not that of this file");
    }

    [Fact]
    public async Task Every_mistake_is_named_with_what_to_do()
    {
        await using PageProbe probe = await OpenAsync();
        await CheckAsync(probe, Broken, "script-src 'nonce-n' 'strict-dynamic'; connect-src 'self'");

        foreach (
            string expected in new[]
            {
                "type=\"module\" hides",
                "no attribute langue",
                "Is card meant?",
                "days=\"9\" is not a whole number from 1 to 7",
                "No place is called «Marakech»",
                "place=\"2542997\"",
                "No style line",
                "strict-dynamic in script-src",
                $"Add connect-src {Origin}",
            }
        )
        {
            await Assertions.Expect(probe.Page.Locator("#yours-list")).ToContainTextAsync(expected);
        }

        // What is wrong comes first, and each level has its own word and shape.
        await Assertions.Expect(probe.Page.Locator("#yours-list > li").First).ToHaveClassAsync("error");
        await Assertions
            .Expect(probe.Page.Locator("#yours-list > .error strong").First)
            .ToHaveTextAsync("Error");
        string?[] shapes = await Task.WhenAll(
            new[] { "#yours-list .error", "#yours-list .warn", "#ours-list .ok" }.Select(level =>
                probe.Page.Locator($"{level} path").First.GetAttributeAsync("d")
            )
        );
        Assert.Equal(3, shapes.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Pasted_markup_never_becomes_part_of_the_page()
    {
        await using PageProbe probe = await OpenAsync();
        await CheckAsync(
            probe,
            "<img src=/pasted.png onerror=alert(1)><script src=/pasted.js></script><weather-widget city='<b>x</b>' <i>=1></weather-widget>"
        );

        await Assertions.Expect(probe.Page.Locator("#yours-list")).ToContainTextAsync("<b>x</b>");
        Assert.Equal(0, await probe.Page.Locator("main :is(img, b, i, script, weather-widget)").CountAsync());
        Assert.DoesNotContain(
            probe.Requests,
            request => request.Contains("pasted", StringComparison.Ordinal)
        );
        Assert.Empty(probe.Violations);
    }

    [Fact]
    public async Task Language_switch_keeps_what_was_pasted_and_answers_anew()
    {
        await using PageProbe probe = await OpenAsync();
        await CheckAsync(probe, Broken);
        await probe.Page.GetByText("العربية").ClickAsync();
        await Assertions.Expect(probe.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");

        await Assertions
            .Expect(probe.Page.Locator("#yours-list > .error strong").First)
            .ToHaveTextAsync("خطأ");
        await Assertions.Expect(probe.Page.Locator("#yours-list")).ToContainTextAsync("مراكش");
        Assert.Equal(Broken, await probe.Page.Locator("#html").InputValueAsync());
        Assert.EndsWith("?lang=ar", probe.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keyboard_alone_checks_and_copies_a_report_without_what_was_pasted()
    {
        await using PageProbe probe = await OpenAsync();
        await probe.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await Assertions.Expect(probe.Page.Locator("#status")).ToHaveTextAsync(Done());
        await probe.Page.Locator("#html").FocusAsync();
        await probe.Page.Keyboard.InsertTextAsync($"<p>private</p>{Broken}");
        await probe.Page.Keyboard.PressAsync("Tab");
        await probe.Page.Keyboard.InsertTextAsync("script-src 'nonce-private'");
        await probe.Page.Keyboard.PressAsync("Tab");
        await probe.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(probe.Page.Locator("#status")).ToHaveTextAsync(Done());
        await probe.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(probe.Page.Locator("#copy")).ToBeFocusedAsync();
        await probe.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(probe.Page.Locator("#status")).ToHaveTextAsync("Copied");

        string report = await probe.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.StartsWith($"Installation check: {Origin}\n", report, StringComparison.Ordinal);
        Assert.Contains("[Error] No place is called «Marakech»", report, StringComparison.Ordinal);
        Assert.DoesNotContain("private", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_copying_is_not_allowed_the_report_is_there_to_be_selected()
    {
        await using PageProbe probe = await OpenAsync();
        await probe.Page.EvaluateAsync(
            "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }"
        );
        await probe.Page.Locator("#copy").ClickAsync();

        await Assertions.Expect(probe.Page.Locator("#report")).ToBeFocusedAsync();
        Assert.StartsWith(
            "Installation check",
            await probe.Page.EvaluateAsync<string>("() => String(getSelection())"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Sample_data_are_told_when_the_upstream_is_dead()
    {
        await using RunningService service = await RunningService.StartAsync(RunningService.DeadUpstream);
        await using PageProbe probe = await PageProbe.OpenAsync(
            fixture.Browser,
            new Uri(service.Address, "/doctor")
        );
        await CheckAsync(probe, Snippet);

        await Assertions.Expect(probe.Page.Locator($"{Ours}.warn")).ToContainTextAsync("sample data");
        await Assertions.Expect(probe.Page.Locator(Problems)).ToContainTextAsync([service.Address.Authority]);
    }

    [Theory]
    [InlineData("ar", ColorScheme.Light)]
    [InlineData("ar", ColorScheme.Dark)]
    [InlineData("fr", ColorScheme.Light)]
    [InlineData("fr", ColorScheme.Dark)]
    [InlineData("en", ColorScheme.Light)]
    public async Task Axe_finds_no_violation_and_360_pixels_are_enough(string lang, ColorScheme scheme)
    {
        foreach (int width in new[] { 360, 1200 })
        {
            await using PageProbe probe = await PageProbe.OpenAsync(
                fixture.Browser,
                new Uri(fixture.Service, $"/doctor?lang={lang}"),
                new PageLook
                {
                    Width = width,
                    ColorScheme = scheme,
                    BypassPolicy = true,
                }
            );
            await CheckAsync(probe, Broken + Snippet, "script-src 'self'");
            AxeResult result = await probe.Page.RunAxe();
            byte[] picture = await probe.Page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true });
            await File.WriteAllBytesAsync(
                Checkout.Result($"doctor-{lang}-{width}-{scheme}.png"),
                picture,
                Cancel
            );

            Assert.NotEmpty(result.Passes);
            Assert.Empty(
                result.Violations.Select(found =>
                    $"{found.Id}: {found.Help} {string.Join(", ", found.Nodes.Select(node => node.Target))}"
                )
            );
            Assert.Equal(
                width,
                await probe.Page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth")
            );
        }
    }

    private Task<PageProbe> OpenAsync(PageLook? look = null) =>
        PageProbe.OpenAsync(fixture.Browser, new Uri(fixture.Service, "/doctor"), look);

    /// <summary>Pastes, presses the button, and waits for the answer to this press.</summary>
    private static async Task CheckAsync(PageProbe probe, string html, string policy = "")
    {
        await Assertions.Expect(probe.Page.Locator("#status")).ToHaveTextAsync(Done());
        await probe.Page.Locator("#html").FillAsync(html);
        await probe.Page.Locator("#policy").FillAsync(policy);
        await probe.Page.Locator("button").First.ClickAsync();
        await Assertions.Expect(probe.Page.Locator("#status")).ToHaveTextAsync(Done());
        await Assertions.Expect(probe.Page.Locator("#yours")).ToBeVisibleAsync();
    }

    /// <summary>"Errors: 1, warnings: 2" in the page's three languages.</summary>
    [GeneratedRegex("\\d.*\\d", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Done();
}
