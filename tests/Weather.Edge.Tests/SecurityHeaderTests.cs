using Microsoft.Extensions.Logging;
using Xunit;

namespace Weather.Edge.Tests;

/// <summary>The table of headers that a browser goes by, over everything that the edge sends.</summary>
public sealed class SecurityHeaderTests
{
    private const string Nothing = "";
    private const string OwnPage = "frame-ancestors 'self'";

    /// <summary>Path, content type that the API gives it, who may use it from elsewhere, and who may frame it: by default, and restricted.</summary>
    public static TheoryData<string, string, string, string, string> Sent =>
        new()
        {
            { "/", Nothing, "same-origin", OwnPage, OwnPage },
            { "/demo/index.html", Nothing, "same-origin", OwnPage, OwnPage },
            { "/widget/v1/weather-widget.js", Nothing, "cross-origin", Nothing, Nothing },
            { "/widget/v1/words/fr.json", Nothing, "cross-origin", Nothing, Nothing },
            { "/no/such/path", Nothing, "cross-origin", Nothing, Nothing },
            { "/v1/forecast?city=fes", "application/json", "cross-origin", Nothing, Nothing },
            {
                "/v1/forecast?city=fes&unknown=1",
                "application/problem+json",
                "cross-origin",
                Nothing,
                Nothing
            },
            { "/v1/card.svg?city=fes", "image/svg+xml", "cross-origin", Nothing, Framed },
            { "/v1/fragment.html?city=fes", "text/html", "same-origin", OwnPage, OwnPage },
            { "/docs", "text/html", "same-origin", OwnPage, OwnPage },
            { "/about", "text/html; charset=utf-8", "same-origin", OwnPage, OwnPage },
            { "/embed?city=fes", "text/html; charset=utf-8", "cross-origin", Nothing, Framed },
        };

    private const string Framed = "frame-ancestors 'self' https://news.example https://sport.example:8443";

    [Theory]
    [MemberData(nameof(Sent))]
    public async Task Everything_says_who_may_use_it(
        string path,
        string contentType,
        string resourcePolicy,
        string ancestors,
        string ancestorsRestricted
    )
    {
        await using ApiStandIn api = await ApiStandIn.StartAsync(http =>
        {
            http.Response.ContentType = contentType;
            http.Response.Headers.Server = "Origin/1.0";
            return ApiStandIn.FreshAsync(http);
        });
        await using RunningEdge open = await RunningEdge.StartAsync(api);
        await using RunningEdge restricted = await RunningEdge.StartAsync(
            api,
            ("Weather:Origins", "https://news.example, https://sport.example:8443")
        );
        foreach (
            (RunningEdge edge, string expected) in new[]
            {
                (open, ancestors),
                (restricted, ancestorsRestricted),
            }
        )
        {
            // From the API, then from the cache.
            for (int time = 0; time < 2; time++)
            {
                using HttpResponseMessage answer = await edge.GetAsync(path);
                Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
                Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
                Assert.Equal(resourcePolicy, Header(answer, "Cross-Origin-Resource-Policy"));
                Assert.Equal(Nothing, Header(answer, "Server"));
                Assert.Equal(Nothing, Header(answer, "Strict-Transport-Security"));
                string policy = Header(answer, "Content-Security-Policy");
                Assert.Equal(
                    expected,
                    policy
                        .Split([", ", "; "], StringSplitOptions.None)
                        .SingleOrDefault(part => part.StartsWith("frame-ancestors", StringComparison.Ordinal))
                        ?? Nothing
                );
            }
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/widget/v1/weather-widget.js")]
    [InlineData("/v1/forecast?city=fes")]
    [InlineData("/no/such/path")]
    public async Task A_restricted_edge_varies_by_origin_and_lets_only_the_listed_ones_read(string path)
    {
        await using ApiStandIn api = await ApiStandIn.StartAsync();
        await using RunningEdge edge = await RunningEdge.StartAsync(
            api,
            ("Weather:Origins", "https://news.example")
        );
        foreach (
            string origin in new[] { "https://news.example", "https://evil.example", "https://news.example" }
        )
        {
            using HttpResponseMessage answer = await edge.GetAsync(path, ("Origin", origin));
            Assert.Equal(
                origin == "https://news.example" ? origin : Nothing,
                Header(answer, "Access-Control-Allow-Origin")
            );
            Assert.Contains("Origin", answer.Headers.Vary, StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task Anothers_answers_are_not_rewritten_and_the_start_says_what_is_off()
    {
        var logs = new KeptLogs();
        using ILoggerFactory loggers = LoggerFactory.Create(logging => logging.AddProvider(logs));
        await using ApiStandIn origin = await ApiStandIn.StartAsync(http =>
        {
            http.Response.Headers.Server = "Origin/1.0";
            http.Response.ContentType = "text/html";
            http.Response.Headers["Referrer-Policy"] = "origin";
            return ApiStandIn.FreshAsync(http);
        });
        await using RunningEdge edge = await RunningEdge.StartAsync(
            TimeProvider.System,
            loggers,
            RunningEdge.At(origin),
            ("ReverseProxy:Routes:all:ClusterId", "api"),
            ("ReverseProxy:Routes:all:Match:Path", "/{**path}"),
            ("Weather:Origins", "https://news.example")
        );
        using HttpResponseMessage answer = await edge.GetAsync("/");

        Assert.Equal("Origin/1.0", Header(answer, "Server"));
        Assert.Equal("origin", Header(answer, "Referrer-Policy"));
        foreach (
            string name in new[]
            {
                "X-Content-Type-Options",
                "Content-Security-Policy",
                "Cross-Origin-Resource-Policy",
                "Access-Control-Expose-Headers",
                "Timing-Allow-Origin",
                "Vary",
            }
        )
        {
            Assert.Equal(Nothing, Header(answer, name));
        }

        Assert.Single(
            logs.Lines,
            line => line.Contains("ReverseProxy:Routes is set", StringComparison.Ordinal)
        );
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) ? string.Join(", ", values) : Nothing;
}
