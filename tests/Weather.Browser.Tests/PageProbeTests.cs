using Xunit;

namespace Weather.Browser.Tests;

/// <summary>The probe sees what the other tests say is not there: without this, "nothing was seen" proves nothing.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PageProbeTests(BrowserFixture fixture)
{
    private const string Policy =
        "default-src 'none'; script-src 'nonce-n'; require-trusted-types-for 'script'; trusted-types 'none'";

    [Fact]
    public async Task Harmless_page_under_a_strict_policy_gives_nothing_to_report()
    {
        await using ForeignSite site = await ForeignSite.StartAsync(Html("document.title = 'ready'"), Policy);
        await using PageProbe probe = await PageProbe.OpenAsync(fixture.Browser, site.Address);
        await probe.SettleAsync();

        Assert.Empty(probe.Complaints);
        Assert.Empty(probe.Violations);
        Assert.Empty(probe.Failed);
        Assert.Empty(probe.Shifts);
        Assert.Equal([site.Address.Authority], probe.Hosts);
    }

    [Fact]
    public async Task Violation_of_the_policy_is_seen()
    {
        await using ForeignSite site = await ForeignSite.StartAsync(
            Html("document.body.setAttribute('style', 'color: red')"),
            Policy
        );
        await using PageProbe probe = await PageProbe.OpenAsync(fixture.Browser, site.Address);
        await probe.SettleAsync();

        Assert.Contains(
            probe.Violations,
            violation => violation.StartsWith("style-src", StringComparison.Ordinal)
        );
        Assert.NotEmpty(probe.Complaints);
    }

    [Fact]
    public async Task String_given_to_a_sink_for_markup_is_seen()
    {
        await using ForeignSite site = await ForeignSite.StartAsync(
            Html("document.body.innerHTML = '<p>text</p>'"),
            Policy
        );
        await using PageProbe probe = await PageProbe.OpenAsync(fixture.Browser, site.Address);
        await probe.SettleAsync();

        Assert.Contains(
            probe.Violations,
            violation => violation.StartsWith("require-trusted-types-for", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Uncaught_error_console_message_and_failed_request_are_seen()
    {
        await using ForeignSite site = await ForeignSite.StartAsync(
            Html("console.debug('hello'); fetch('/missing'); throw new Error('broken')")
        );
        await using PageProbe probe = await PageProbe.OpenAsync(fixture.Browser, site.Address);
        await probe.SettleAsync();

        Assert.Contains(
            probe.Complaints,
            complaint => complaint.StartsWith("debug: hello", StringComparison.Ordinal)
        );
        Assert.Contains(
            probe.Complaints,
            complaint => complaint.StartsWith("uncaught: ", StringComparison.Ordinal)
        );
        Assert.Contains($"{site.Address}missing: 404", probe.Failed, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Request_to_another_host_is_seen()
    {
        await using ForeignSite other = await ForeignSite.StartAsync("");
        await using ForeignSite site = await ForeignSite.StartAsync(Html($"fetch('{other.Address}')"));
        await using PageProbe probe = await PageProbe.OpenAsync(fixture.Browser, site.Address);
        await probe.SettleAsync();

        Assert.Contains(other.Address.Authority, probe.Hosts, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Text_that_moves_down_after_the_first_paint_is_seen()
    {
        const string insert = """
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
              const late = document.createElement('div');
              late.style.height = '300px';
              document.body.prepend(late);
            }, 100)))
            """;
        await using ForeignSite site = await ForeignSite.StartAsync(Html(insert));
        await using PageProbe probe = await PageProbe.OpenAsync(fixture.Browser, site.Address);
        await probe.SettleAsync();

        Assert.True(probe.Shifts.Sum() > 0.05);
    }

    private static string Html(string script) =>
        $$"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Site</title></head>
            <body><p>One line of text that is long enough to be worth a look.</p>
            <script nonce="n">{{script}}</script></body></html>
            """;
}
