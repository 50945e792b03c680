using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Weather.Browser.Tests;

/// <summary>The README's snippet on another origin, whose policy allows nothing but what carries its nonce.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class StrictSiteTests(BrowserFixture fixture)
{
    private const string Nonce = "cmFuZG9t";
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Snippet_of_the_README_runs_under_a_nonce_and_without_trusted_types()
    {
        string service = fixture.Service.GetLeftPart(UriPartial.Authority);
        await using ForeignSite site = await ForeignSite.StartAsync(
            $"""
            <!doctype html><html lang="ar"><head><meta charset="utf-8"><title>جريدة</title></head>
            <body>{await SnippetAsync(service)}<p>خبر</p></body></html>
            """,
            $"default-src 'none'; script-src 'nonce-{Nonce}'; style-src 'nonce-{Nonce}'; connect-src {service}; "
                + "require-trusted-types-for 'script'; trusted-types 'none'"
        );
        await using PageProbe probe = await PageProbe.OpenAsync(
            fixture.Browser,
            site.Address,
            new PageLook { HeldUntilPainted = "**/v1/forecast*" }
        );
        ILocator marrakech = probe.Widget("ar", "مراكش");

        await Assertions.Expect(PageProbe.Part(marrakech, "day")).ToHaveCountAsync(5);
        await Assertions.Expect(PageProbe.Part(marrakech, "temperature").First).ToContainTextAsync("°");
        await probe.SettleAsync();

        Assert.Empty(probe.Violations);
        Assert.Empty(probe.Complaints);
        Assert.Empty(probe.Failed);
        Assert.Equal(0, probe.Shifts.Sum());
        Assert.Equal(
            new[] { site.Address.Authority, fixture.Service.Authority }.Order(StringComparer.Ordinal),
            probe.Hosts.Order(StringComparer.Ordinal)
        );
    }

    /// <summary>What the README tells site owners to paste, with this service's address and the page's nonce.</summary>
    private static async Task<string> SnippetAsync(string service)
    {
        string readme = await File.ReadAllTextAsync(Checkout.Path("README.md"), Cancel);
        string snippet = HtmlBlock().Match(readme).Groups["html"].Value;

        Assert.Contains(
            "<weather-widget city=\"Marrakech\" lang=\"ar-MA\"",
            snippet,
            StringComparison.Ordinal
        );
        return snippet
            .Replace("https://weather.example", service, StringComparison.Ordinal)
            .Replace("<script ", $"<script nonce=\"{Nonce}\" ", StringComparison.Ordinal)
            .Replace("<style>", $"<style nonce=\"{Nonce}\">", StringComparison.Ordinal);
    }

    [GeneratedRegex(
        "```html\\n(?<html>.*?)```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex HtmlBlock();
}
