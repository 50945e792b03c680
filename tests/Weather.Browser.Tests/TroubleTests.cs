using Microsoft.Playwright;
using Weather.Browser.Tests.Engines;
using Xunit;

namespace Weather.Browser.Tests;

/// <summary>What the element tells and offers when something is wrong, and that it keeps quiet when nothing is.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TroubleTests(BrowserFixture browsers, EnginesFixture fixture)
{
    private CannedService Service => fixture.Service;

    /// <summary>Plain Arabic may become Moroccan, and Polish has no words here: the answer says which to load.</summary>
    [Theory]
    [InlineData("ar")]
    [InlineData("pl")]
    public async Task Language_that_the_answer_chooses_is_no_trouble(string lang)
    {
        await using PageProbe probe = await PageProbe.OpenAsync(
            browsers.Browser,
            Service.ElementsPage(
                "en",
                "<script>window.told = []; for (const name of ['load', 'error']) addEventListener(`weather-${name}`, event => told.push(`${name} ${event.detail.error ?? ''}`))</script>"
                    + $"<weather-widget city=\"Ifrane\" lang=\"{lang}\"></weather-widget>"
            )
        );
        await probe.ShownAsync();

        Assert.Equal(["load "], await probe.Page.EvaluateAsync<string[]>("() => told"));
    }
}
