using System.Text.Json;
using Weather.StandIns;
using Xunit;

namespace Weather.Browser.Tests.Engines;

/// <summary>
/// A site pinned a release by its hash and forgot about it; the service went on. <c>Releases/</c> holds such a release as it was served
/// (French and Moroccan words alone), and it must work with what the API says today. Never build it anew: what changes there is broken
/// on somebody's page.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class PinnedReleaseTests(EnginesFixture fixture) : IDisposable
{
    private const string Version = "0.1.0-677a5517";
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("Chromium")]
    [InlineData("Firefox")]
    [InlineData("WebKit")]
    public async Task Pinned_release_shows_what_the_present_service_says(string engine)
    {
        Copy(Path.Combine(AppContext.BaseDirectory, "Releases", Version), Version);
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        await using RunningService service = await RunningService.StartAsync(
            upstream.BaseAddress,
            $"--Weather:Edge:ReleaseDirectory={_directory.FullName}"
        );
        await using ForeignSite site = await ForeignSite.StartAsync(await PageAsync(service.Address));
        IEngine browser = await fixture.StartAsync(engine);

        await browser.OpenAsync(site.Address, EnginePage.Shown);

        Assert.Equal("", await browser.RunAsync("return wrong.join('; ')"));
        Assert.Equal(
            "Paris مراكش Casablanca",
            await browser.RunAsync(
                "return [...document.querySelectorAll('weather-widget')].map(w => w.shadowRoot.querySelector('.place').textContent).join(' ')"
            )
        );
        Assert.Matches(
            @"^−?\d+°$",
            await browser.RunAsync(
                "return document.querySelector('weather-widget').shadowRoot.querySelector('.now .temperature [aria-hidden]').textContent.replace(/[\u2066-\u2069]/g, '')"
            )
        );
        // Script, chunks and words of that release alone.
        Assert.Equal(
            Version,
            await browser.RunAsync(
                "return [...new Set(performance.getEntriesByType('resource').map(e => /widget.([^/]+)/.exec(e.name)?.[1]).filter(Boolean))].join()"
            )
        );
    }

    private static async Task<string> PageAsync(Uri service)
    {
        using var http = new HttpClient();
        string list = await http.GetStringAsync(new Uri(service, $"widget/{Version}/integrity.json"), Cancel);
        string? hash = JsonDocument
            .Parse(list)
            .RootElement.GetProperty("files")
            .GetProperty("weather-widget.js")
            .GetString();
        return "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Site</title>"
            + $"<script>{EnginePage.Watch}{EnginePage.AllNear}</script>"
            + $"<script async crossorigin src=\"{service}widget/{Version}/weather-widget.js\" integrity=\"{hash}\"></script></head><body>"
            + "<weather-widget city=\"Paris\" lang=\"fr\"></weather-widget>"
            + "<weather-widget city=\"مراكش\" lang=\"ar-MA\" layout=\"full\"></weather-widget>"
            + "<weather-widget city=\"Casablanca\" lang=\"fr\" layout=\"strip\" units=\"us\"></weather-widget></body></html>";
    }

    private void Copy(string release, string version)
    {
        foreach (string file in Directory.EnumerateFiles(release, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(_directory.FullName, version, Path.GetRelativePath(release, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
