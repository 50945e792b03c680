using System.Net;
using System.Text;
using Xunit;

namespace Weather.Edge.Tests.Hostile;

/// <summary>
/// Routes of the operator's own, before any origin. Without a key rule the cache keeps to RFC 9111 and forwards what it gets; with one, nothing
/// outside the key gets through there either.
/// </summary>
public sealed class PlainRouteTests : IAsyncLifetime
{
    private ReflectingOrigin _origin = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _origin = await ReflectingOrigin.StartAsync(Cancel);

    public ValueTask DisposeAsync() => _origin.DisposeAsync();

    [Theory]
    [InlineData("X-Forwarded-Host: evil.example\r\n", "")]
    [InlineData("X-Forwarded-Proto: evil\r\n", "")]
    [InlineData("X-Forwarded-Prefix: /evil\r\n", "")]
    [InlineData("X-Forwarded-For: evil\r\n", "")]
    [InlineData(
        "traceparent: 00-11111111111111111111111111111111-2222222222222222-01\r\nbaggage: evil=1\r\n",
        ""
    )]
    [InlineData("Connection: X-Evil\r\nX-Evil: 1\r\n", "")]
    [InlineData("Content-Length: 4\r\n", "evil")]
    [InlineData("Transfer-Encoding: chunked\r\n", "4\r\nevil\r\n0\r\n\r\n")]
    [InlineData("Connection: Content-Length\r\nContent-Length: 4\r\n", "evil")]
    [InlineData("Authorization: Bearer evil\r\n", "")]
    [InlineData("Range: bytes=0-3\r\nX-Evil: 1\r\n", "")]
    public async Task What_is_ours_to_say_or_for_one_alone_does_not_poison(string fields, string body)
    {
        await using RunningEdge edge = await StartAsync();
        string right = await VisitAsync(edge, "/honest");
        await RawClient.AskAsync(edge.Http.BaseAddress!, Ask(edge, "/attacked", fields) + body, Cancel);

        Assert.Equal(
            right.Replace("honest", "attacked", StringComparison.Ordinal),
            await VisitAsync(edge, "/attacked")
        );
    }

    [Fact]
    public async Task A_language_that_is_not_forwarded_selects_no_variant()
    {
        await using RunningEdge edge = await StartAsync();
        const string french = "Accept-Language: fr\r\n";
        Uri address = edge.Http.BaseAddress!;
        await RawClient.AskAsync(
            address,
            Ask(edge, "/by-language", $"Connection: Accept-Language\r\n{french}"),
            Cancel
        );
        RawAnswer honest = await RawClient.AskAsync(address, Ask(edge, "/by-language", french), Cancel);

        Assert.Contains("Accept-Language: fr", honest.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Accept-Language", _origin.Received[0], StringComparison.Ordinal);
    }

    /// <summary>HTTP/2 frames a body without any field that tells of it.</summary>
    [Fact]
    public async Task A_body_in_a_GET_over_HTTP_2_goes_past_the_cache()
    {
        await using RunningEdge edge = await StartAsync(("Kestrel:EndpointDefaults:Protocols", "Http2"));
        foreach (byte[] body in new[] { "evil"u8.ToArray(), [] })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/x")
            {
                Version = HttpVersion.Version20,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
                Content = body.Length == 0 ? null : new StreamContent(new UnseekableStream(body)),
            };
            using HttpResponseMessage answer = await edge.Http.SendAsync(request, Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(
            [true, false],
            _origin.Received.Select(received => received.EndsWith("evil", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task An_escaped_escape_is_another_path()
    {
        await using RunningEdge edge = await StartAsync();
        string escaped = await VisitAsync(edge, "/a%2520b");
        string plain = await VisitAsync(edge, "/a%20b");

        Assert.NotEqual(escaped, plain, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Text_beyond_ASCII_passes_and_fields_of_one_connection_do_not()
    {
        await using RunningEdge edge = await StartAsync();
        Uri address = edge.Http.BaseAddress!;
        string request = Ask(edge, "/hop", "X-Text: \u00e9\u00ff\r\nConnection: X-Hop\r\nX-Hop: 1\r\n");
        RawAnswer miss = await RawClient.AskAsync(address, request, Cancel);
        RawAnswer hit = await RawClient.AskAsync(address, request, Cancel);

        string received = Assert.Single(_origin.Received);
        Assert.Contains("X-Text: \u00e9\u00ff\n", received, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Hop", received, StringComparison.Ordinal);
        foreach (RawAnswer answer in new[] { miss, hit })
        {
            Assert.Equal("caf\u00e9", answer.Fields["X-Text"]);
            Assert.DoesNotContain("X-Hop", answer.Fields.Keys, StringComparer.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override: DELETE\r\n")]
    [InlineData("X-Forwarded-Host: evil.example\r\nForwarded: host=evil\r\nX-Original-URL: /evil\r\n")]
    [InlineData("Cookie: session=evil\r\nAccept-Language: evil\r\n")]
    public async Task With_a_key_rule_an_origin_of_others_is_as_safe_as_ours(string fields)
    {
        await using RunningEdge edge = await StartAsync(
            ("ReverseProxy:Routes:all:Metadata:Cache.Parameters", "*")
        );
        string right = await VisitAsync(edge, "/honest?a=1");
        await RawClient.AskAsync(edge.Http.BaseAddress!, Ask(edge, "/attacked?a=1", fields), Cancel);

        Assert.Equal(
            right.Replace("honest", "attacked", StringComparison.Ordinal),
            await VisitAsync(edge, "/attacked?a=1")
        );
    }

    [Fact]
    public async Task What_a_rule_names_and_what_the_operator_sets_reaches_the_origin()
    {
        await using RunningEdge edge = await StartAsync(
            ("ReverseProxy:Routes:all:Metadata:Cache.Parameters", "a"),
            ("ReverseProxy:Routes:all:Metadata:Cache.Headers", "X-Wanted"),
            ("ReverseProxy:Routes:all:Transforms:0:RequestHeader", "X-Api-Key"),
            ("ReverseProxy:Routes:all:Transforms:0:Set", "ours")
        );
        const string fields = "X-Wanted: yes\r\nX-Api-Key: evil\r\nX-Other: no\r\n";
        Uri address = edge.Http.BaseAddress!;
        await RawClient.AskAsync(address, Ask(edge, "/x?a=1", fields), Cancel);
        await RawClient.AskAsync(address, Ask(edge, "/x?unknown=1", fields), Cancel);

        Assert.Equal(2, _origin.Received.Count);
        Assert.All(
            _origin.Received,
            received =>
            {
                Assert.Contains("X-Wanted: yes\n", received, StringComparison.Ordinal);
                Assert.Contains("X-Api-Key: ours\n", received, StringComparison.Ordinal);
                Assert.DoesNotContain("X-Other", received, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task A_form_is_passed_on_with_its_fields()
    {
        await using RunningEdge edge = await StartAsync(
            ("ReverseProxy:Routes:all:Metadata:Cache.Parameters", "*")
        );
        using var form = new StringContent("a=1", Encoding.ASCII, "application/x-www-form-urlencoded");
        using HttpResponseMessage answer = await edge.Http.PostAsync("/x", form, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        string received = Assert.Single(_origin.Received);
        Assert.Contains(
            "Content-Type: application/x-www-form-urlencoded",
            received,
            StringComparison.Ordinal
        );
        Assert.EndsWith("\na=1", received, StringComparison.Ordinal);
    }

    private static string Ask(RunningEdge edge, string target, string fields) =>
        $"GET {target} HTTP/1.1\r\nHost: {edge.Http.BaseAddress!.Authority}\r\n{fields}\r\n";

    private static async Task<string> VisitAsync(RunningEdge edge, string target)
    {
        RawAnswer answer = await RawClient.AskAsync(edge.Http.BaseAddress!, Ask(edge, target, ""), Cancel);
        Assert.Equal(200, answer.Status);
        return answer.Body;
    }

    private Task<RunningEdge> StartAsync(params (string, string)[] settings) =>
        RunningEdge.StartAsync([
            ("ReverseProxy:Clusters:origin:Destinations:one:Address", _origin.Url),
            ("ReverseProxy:Routes:all:ClusterId", "origin"),
            ("ReverseProxy:Routes:all:Match:Path", "/{**path}"),
            .. settings,
        ]);
}
