using System.Text;
using Xunit;

namespace Weather.System.Tests.Faults.Fuzz;

/// <summary>
/// Requests whose end two readers could see in different places. In each, one reader would find a second request for <c>/o/smuggled</c>: the
/// origin must never see it, nor anything else that is not plainly one message made by the edge.
/// </summary>
public sealed class SmugglingTests(SmugglingTests.Stage stage)
    : FaultTests,
        IClassFixture<SmugglingTests.Stage>
{
    private const string Hidden = "GET /o/smuggled HTTP/1.1\r\nHost: inner\r\n\r\n";

    /// <summary>Whoever is still in step answers it and closes.</summary>
    private const string Last = "GET /o/last HTTP/1.1\r\nHost: o\r\nConnection: close\r\n\r\n";

    public static TheoryData<string, string> Forms { get; } =
        new()
        {
            { "CL.TE", Post("Content-Length: 45", "Transfer-Encoding: chunked") + "0\r\n\r\n" + Hidden },
            {
                "TE.CL",
                Post("Transfer-Encoding: chunked", "Content-Length: 4") + "28\r\n" + Hidden + "\r\n0\r\n\r\n"
            },
            { "CL.0", Post("Content-Length: 40") + Hidden },
            { "two lengths", Post("Content-Length: 0", "Content-Length: 40") + Hidden },
            { "a list of lengths", Post("Content-Length: 0, 40") + Hidden },
            { "a hexadecimal length", Post("Content-Length: 0x28") + Hidden },
            { "a length after a space", Post("Content-Length : 0") + Hidden },
            {
                "a coding after a space",
                Post("Content-Length: 45", "Transfer-Encoding : chunked") + "0\r\n\r\n" + Hidden
            },
            {
                "an unknown coding",
                Post("Content-Length: 45", "Transfer-Encoding: xchunked") + "0\r\n\r\n" + Hidden
            },
            { "identity", Post("Content-Length: 45", "Transfer-Encoding: identity") + "0\r\n\r\n" + Hidden },
            { "chunked and not last", Post("Transfer-Encoding: chunked, identity") + "0\r\n\r\n" + Hidden },
            {
                "chunked twice",
                Post("Transfer-Encoding: chunked", "Transfer-Encoding: chunked", "Content-Length: 45")
                    + "0\r\n\r\n"
                    + Hidden
            },
            {
                "a coding in HTTP/1.0",
                Post("Transfer-Encoding: chunked", "Content-Length: 45")
                    .Replace("1.1", "1.0", StringComparison.Ordinal)
                    + "0\r\n\r\n"
                    + Hidden
            },
            {
                "a folded coding",
                Post("Content-Length: 45", "Transfer-Encoding:\r\n chunked") + "0\r\n\r\n" + Hidden
            },
            {
                "a coding behind a bare LF",
                Post("X: y\nTransfer-Encoding: chunked", "Content-Length: 45") + "0\r\n\r\n" + Hidden
            },
            {
                "a coding behind a bare CR",
                Post("X: y\rTransfer-Encoding: chunked", "Content-Length: 45") + "0\r\n\r\n" + Hidden
            },
            {
                "a length that Connection lists",
                Post("Content-Length: 40", "Connection: Content-Length") + Hidden
            },
            {
                "a coding that Connection lists",
                Post("Transfer-Encoding: chunked", "Connection: Transfer-Encoding")
                    + "28\r\n"
                    + Hidden
                    + "\r\n0\r\n\r\n"
            },
            {
                "a bare LF in a chunk extension",
                Post("Transfer-Encoding: chunked") + "2;\nxx\r\n2d\r\n0\r\n\r\n" + Hidden + "\r\n0\r\n\r\n"
            },
            {
                "a bare CR in a chunk extension",
                Post("Transfer-Encoding: chunked") + "2;\rxx\r\n2d\r\n0\r\n\r\n" + Hidden + "\r\n0\r\n\r\n"
            },
            {
                "a chunk size that overflows",
                Post("Transfer-Encoding: chunked") + "100000000\r\n" + Hidden + "\r\n0\r\n\r\n"
            },
            {
                "a chunk longer than it says",
                Post("Transfer-Encoding: chunked") + "1\r\nxx\r\n0\r\n\r\n" + Hidden
            },
            { "a body of GET", "GET /o/a HTTP/1.1\r\nHost: o\r\nContent-Length: 40\r\n\r\n" + Hidden },
            {
                "a chunked body of GET",
                "GET /o/a HTTP/1.1\r\nHost: o\r\nTransfer-Encoding: chunked\r\n\r\n28\r\n"
                    + Hidden
                    + "\r\n0\r\n\r\n"
            },
            { "a body of HEAD", "HEAD /o/a HTTP/1.1\r\nHost: o\r\nContent-Length: 40\r\n\r\n" + Hidden },
            {
                "line ends escaped in the path",
                $"GET /o/a%20HTTP/1.1%0d%0aHost:%20o%0d%0a%0d%0aGET%20/o/smuggled HTTP/1.1\r\nHost: o\r\n\r\n"
            },
            {
                "line ends escaped in the query",
                $"GET /o/a?%20HTTP/1.1%0d%0aHost:%20o%0d%0a%0d%0aGET%20/o/smuggled HTTP/1.1\r\nHost: o\r\n\r\n"
            },
            {
                "a request line with a second one",
                "GET /o/a HTTP/1.1 GET /o/smuggled HTTP/1.1\r\nHost: o\r\n\r\n"
            },
            { "an empty host", "GET /o/a HTTP/1.1\r\nHost:\r\n\r\n" },
            { "a HEAD in another case", "hEAD /o/a HTTP/1.1\r\nHost: o\r\n\r\n" },
            { "two hosts", "GET /o/a HTTP/1.1\r\nHost: o\r\nHost: inner\r\n\r\n" },
            {
                "an upgrade to h2c",
                "GET /o/a HTTP/1.1\r\nHost: o\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n"
                    + "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
            },
            { "a tunnel", "CONNECT /o/a HTTP/1.1\r\nHost: o\r\nContent-Length: 40\r\n\r\n" + Hidden },
            {
                "a body that waits to be asked for",
                Post("Content-Length: 40", "Expect: 100-continue") + Hidden
            },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Origin_sees_no_second_request(string form, string request)
    {
        int before = stage.Origin.Targets.Count;

        int[] statuses = await stage.SendAsync(request + Last, Cancel);

        string[] seen = [.. stage.Origin.Targets.Skip(before)];
        Assert.False(
            seen.Contains("/o/smuggled", StringComparer.Ordinal),
            $"{form}: {string.Join(' ', seen)}, answered {string.Join(' ', statuses)}"
        );
        Assert.DoesNotContain(statuses, status => status >= 500 && status is not (501 or 505));
        Assert.Empty(stage.Origin.Complaints);
        int[] after = await stage.SendAsync(Last, Cancel);
        Assert.Equal(200, Assert.Single(after));
    }

    /// <summary>
    /// Kestrel reads <c>+0</c> as the number (RFC 9110 8.6 has digits only), before anything of ours could see it. Whoever stands in front must not
    /// pass such a field on; the origin gets plain messages all the same.
    /// </summary>
    [Fact]
    public async Task Signed_length_reaches_the_origin_as_plain_messages()
    {
        int before = stage.Origin.Targets.Count;

        await stage.SendAsync(Post("Content-Length: +0") + Inner("/o/signed") + Last, Cancel);

        Assert.Equal("/o/form", stage.Origin.Targets.ElementAtOrDefault(before));
        Assert.Empty(stage.Origin.Complaints);
    }

    /// <summary>The control: what is plainly two requests reaches the origin as two, so a second one would be seen.</summary>
    [Fact]
    public async Task Origin_sees_both_of_two_requests_in_a_row()
    {
        int before = stage.Origin.Targets.Count;

        int[] statuses = await stage.SendAsync(Post("Content-Length: 0") + Inner("/o/second") + Last, Cancel);

        Assert.Equal(new[] { 200, 200, 200 }, statuses);
        Assert.Contains("/o/second", stage.Origin.Targets.Skip(before), StringComparer.Ordinal);
    }

    /// <summary>Of a path of its own: an answer that the cache has would hide it from the origin.</summary>
    private static string Inner(string path) => $"GET {path} HTTP/1.1\r\nHost: inner\r\n\r\n";

    private static string Post(params string[] fields) =>
        $"POST /o/form HTTP/1.1\r\nHost: o\r\n{string.Join("\r\n", fields)}\r\n\r\n";

    /// <summary>An edge in front of a strict origin.</summary>
    public sealed class Stage : IAsyncLifetime
    {
        /// <summary>Longer than an answer takes on a loaded machine; waited for only where the edge waits for the rest of a message.</summary>
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

        private PublishedServer _server = null!;
        private Uri _address = null!;

        internal StrictOrigin Origin { get; } = new();

        public async ValueTask InitializeAsync()
        {
            _server = PublishedServer.Start(
                AppContext.BaseDirectory,
                ["edge", "--urls=http://127.0.0.1:0"],
                [("Weather__Management__Url", "http://127.0.0.1:0"), .. Origin.Route("o")]
            );
            (_address, _) = await _server.ReadyAsync(TestContext.Current.CancellationToken);
        }

        internal Task<int[]> SendAsync(string request, CancellationToken cancellationToken) =>
            RawExchange.StatusesAsync(
                _address,
                Encoding.Latin1.GetBytes(request),
                Patience,
                cancellationToken
            );

        public async ValueTask DisposeAsync()
        {
            await _server.DisposeAsync();
            await Origin.DisposeAsync();
        }
    }
}
