using Microsoft.Playwright;
using Weather.Browser.Tests.Engines;
using Xunit;

namespace Weather.Browser.Tests;

/// <summary>Where blocks stand, whatever the page says of the element around them, and where a click on them leads.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BlockTests(BrowserFixture browsers, EnginesFixture fixture)
{
    private CannedService Service => fixture.Service;

    /// <summary>Three signs of a temperature leave little room for the words beside it.</summary>
    [Fact]
    public async Task Card_keeps_its_height_where_it_is_narrowest_and_the_degrees_are_long()
    {
        await using PageProbe probe = await OpenAsync(
            "<weather-widget city=\"Ifrane+cold\" lang=\"en\" units=\"us\" days=\"7\" style=\"inline-size:18rem\"></weather-widget>"
        );

        await Assertions
            .Expect(probe.Page.Locator(".now .temperature"))
            .ToContainTextAsync("\u2068−11\u2069°");
        LocatorBoundingBoxResult box = (await probe.Page.Locator(".root").BoundingBoxAsync())!;
        Assert.InRange(box.Height, 100, 17 * 16);
    }

    [Theory]
    [InlineData("18rem")]
    [InlineData("40rem")]
    public async Task Strip_gives_further_blocks_a_line_each_and_none_leaves_it(string width)
    {
        await using PageProbe probe = await OpenAsync(
            $"<weather-widget city=\"Ifrane+alert\" lang=\"fr\" layout=\"strip\" show=\"alerts chart days\" style=\"inline-size:{width}\"></weather-widget>"
        );

        // What is inside border and padding.
        double room = await WidthAsync(probe, ".foot");
        foreach (string block in new[] { ".alert", ".chart", ".days" })
        {
            Assert.Equal(room, await WidthAsync(probe, block), 1.0);
        }
    }

    /// <summary>The ellipsis stands where the name ends, and not where the element's own language would end it.</summary>
    [Fact]
    public async Task Long_name_of_another_direction_keeps_its_beginning()
    {
        await using PageProbe probe = await OpenAsync(
            "<weather-widget city=\"Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson\" lang=\"ar-MA\" style=\"inline-size:18rem\"></weather-widget>"
        );

        Assert.Equal(
            "true",
            await probe.Page.InRootAsync(
                """
                (() => {
                  const range = new Range(), name = root.querySelector('.place bdi').firstChild;
                  range.setStart(name, 0);
                  range.setEnd(name, 1);
                  return range.getBoundingClientRect().left >= root.querySelector('.place').getBoundingClientRect().left;
                })()
                """
            )
        );
    }

    [Fact]
    public async Task Date_leaves_the_name_room_to_be_read_or_its_line()
    {
        await using PageProbe probe = await OpenAsync(
            "<div><weather-widget city=\"Ifrane\" lang=\"ar-MA\"></weather-widget></div>"
        );
        // As wide as the date of this day, the gap, and a letter or two.
        await probe.Page.InRootAsync(
            """
            (() => {
              const width = block => root.querySelector(block).getBoundingClientRect().width;
              root.host.parentNode.style.inlineSize = `${width('.root') - width('.foot') + width('.date') + 12 + 20}px`;
            })()
            """
        );

        Assert.InRange(await WidthAsync(probe, ".place"), 48, 240);
    }

    [Fact]
    public async Task Search_fills_a_strip_too()
    {
        await using PageProbe probe = await OpenAsync(
            "<weather-widget city=\"Ifrane\" layout=\"strip\" search style=\"inline-size:40rem\"></weather-widget>"
        );
        await probe.Page.Locator("button.search").ClickAsync();

        Assert.Equal(await WidthAsync(probe, ".foot"), await WidthAsync(probe, "._bar"), 1.0);
    }

    [Theory]
    [InlineData("grid")]
    [InlineData("flex")]
    public async Task Page_may_lay_the_element_out_in_its_own_way(string display)
    {
        await using PageProbe probe = await OpenAsync(
            $"<weather-widget city=\"Ifrane\" layout=\"strip\" style=\"display:{display};inline-size:20rem\"></weather-widget>"
        );

        Assert.Equal(20 * 16, await WidthAsync(probe, ".root"), 1.0);
    }

    [Theory]
    [InlineData("hidden")]
    [InlineData("hidden=\"until-found\"")]
    public async Task Hidden_element_takes_no_room(string attribute)
    {
        await using PageProbe probe = await PageProbe.OpenAsync(
            browsers.Browser,
            Service.Page(
                $"<!doctype html><title>Weather</title><script async src=\"/widget/v1/weather-widget.js\"></script><weather-widget id=\"seen\" city=\"Ifrane\"></weather-widget><weather-widget id=\"unseen\" city=\"Ifrane\" {attribute}>Ifrane</weather-widget>"
            )
        );
        await Assertions.Expect(probe.Page.Locator("#seen .foot")).ToBeVisibleAsync();

        Assert.Equal(
            0,
            await probe.Page.EvaluateAsync<int>(
                "() => document.querySelector('#unseen').getClientRects().length"
            )
        );
    }

    [Theory]
    [InlineData(".now .temperature")]
    [InlineData(".chart")]
    [InlineData(".day .high")]
    public async Task Click_on_any_block_leads_where_the_page_says(string block)
    {
        await using PageProbe probe = await OpenAsync(
            "<weather-widget city=\"Ifrane\" layout=\"full\" href=\"#there\"></weather-widget>"
        );
        LocatorBoundingBoxResult box = (await probe.Page.Locator(block).First.BoundingBoxAsync())!;
        await probe.Page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));

        await probe.Page.WaitForFunctionAsync(
            "() => location.hash === '#there'",
            null,
            new PageWaitForFunctionOptions { Timeout = 5_000 }
        );
    }

    private static async Task<double> WidthAsync(PageProbe probe, string block) =>
        (await probe.Page.Locator(block).First.BoundingBoxAsync())!.Width;

    private async Task<PageProbe> OpenAsync(string element)
    {
        PageProbe probe = await PageProbe.OpenAsync(
            browsers.Browser,
            Service.ElementsPage("en", element),
            new PageLook { Width = 900, Height = 2_000 }
        );
        await probe.ShownAsync();
        return probe;
    }
}
