using Weather.Edge.Tests.Hostile;
using Weather.ServiceDefaults;
using Xunit;

namespace Weather.Edge.Tests.Limits;

/// <summary>What one client may take, shown on sockets. Timeouts are set to their shortest, and awaited as events.</summary>
public sealed class ConnectionLimitTests : IAsyncLifetime
{
    private const string Slow = "Weather:Edge:Limits:SlowClientTimeout";
    private ReflectingOrigin _origin = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _origin = await ReflectingOrigin.StartAsync(Cancel);

    public ValueTask DisposeAsync() => _origin.DisposeAsync();

    [Theory]
    [InlineData(8_000, 200)]
    [InlineData(9_000, 414)]
    public async Task A_request_line_has_8_KiB(int length, int status)
    {
        await using RunningEdge edge = await OurRoutesAsync();
        string target = $"/v1/forecast?city=fes&utm_source={new string('a', length - 50)}";
        Assert.Equal(status, await StatusAsync(edge, $"GET {target} HTTP/1.1\r\nHost: edge\r\n\r\n"));
    }

    [Theory]
    [InlineData(32_000, 200)]
    [InlineData(33_000, 431)]
    public async Task All_fields_together_have_32_KiB(int length, int status)
    {
        await using RunningEdge edge = await OurRoutesAsync();
        string request =
            $"GET /v1/forecast?city=fes HTTP/1.1\r\nHost: edge\r\nCookie: {new string('a', length - 100)}\r\n\r\n";
        Assert.Equal(status, await StatusAsync(edge, request));
    }

    [Theory]
    [InlineData(100, 200)]
    [InlineData(101, 431)]
    public async Task There_are_at_most_100_fields(int count, int status)
    {
        await using RunningEdge edge = await OurRoutesAsync();
        string fields = string.Concat(Enumerable.Range(1, count - 1).Select(k => $"X-{k}: a\r\n"));
        Assert.Equal(
            status,
            await StatusAsync(edge, $"GET /v1/forecast?city=fes HTTP/1.1\r\nHost: edge\r\n{fields}\r\n")
        );
    }

    [Theory]
    [InlineData("GET", "Content-Length: 4", "evil", 413)]
    [InlineData("HEAD", "Content-Length: 4", "evil", 413)]
    [InlineData("GET", "Transfer-Encoding: chunked", "4\r\nevil\r\n0\r\n\r\n", 413)]
    [InlineData("GET", "Content-Length: 1000000000", "", 413)]
    [InlineData("GET", "Content-Length: 0", "", 200)]
    [InlineData("POST", "Content-Length: 4", "evil", 405)]
    [InlineData("PUT", "Transfer-Encoding: chunked", "4\r\nevil\r\n0\r\n\r\n", 405)]
    public async Task Our_routes_take_no_body(string method, string framing, string body, int status)
    {
        await using RunningEdge edge = await OurRoutesAsync();
        RawAnswer answer = await RawClient.AskAsync(
            edge.Http.BaseAddress!,
            $"{method} /v1/forecast?city=fes HTTP/1.1\r\nHost: edge\r\n{framing}\r\n\r\n{body}",
            Cancel
        );
        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 200, _origin.Received.Count == 1);
        if (status == 413)
        {
            Assert.Equal("close", answer.Fields["Connection"]);
            Assert.Equal("application/problem+json", answer.Fields["Content-Type"]);
        }
    }

    [Theory]
    [InlineData(null, 1_000_000, 200)]
    [InlineData(null, 1_100_000, 413)]
    [InlineData("2000", 2_000, 200)]
    [InlineData("2000", 2_001, 413)]
    public async Task Before_other_origins_a_body_may_be_as_long_as_set(string? most, int length, int status)
    {
        await using RunningEdge edge = await OtherOriginAsync(
            most is null ? [] : [("Weather:Edge:Limits:MaxBodyBytes", most)]
        );
        using var body = new ByteArrayContent(new byte[length]);
        using HttpResponseMessage answer = await edge.Http.PostAsync("/x", body, Cancel);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 200, _origin.Received.Count == 1);
    }

    [Fact]
    public async Task A_head_that_does_not_come_to_an_end_is_given_up()
    {
        await using RunningEdge edge = await OtherOriginAsync((Slow, "00:00:02"));
        using RawClient client = await RawClient.ConnectAsync(edge.Http.BaseAddress!, Cancel);
        await client.SendAsync("GET /x HTTP/1.1\r\nHost: edge\r\nX-Slow: ", Cancel);
        Assert.Equal(408, (await client.ReadAsync(isHead: false, Cancel)).Status);
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_given_up()
    {
        await using RunningEdge edge = await OtherOriginAsync((Slow, "00:00:02"));
        using RawClient client = await RawClient.ConnectAsync(edge.Http.BaseAddress!, Cancel);
        await client.SendAsync("POST /x HTTP/1.1\r\nHost: edge\r\nContent-Length: 1000\r\n\r\na", Cancel);
        Assert.Equal(408, (await client.ReadAsync(isHead: false, Cancel)).Status);
        Assert.Empty(_origin.Received);
    }

    [Fact]
    public async Task More_connections_than_set_are_turned_away_and_later_ones_are_not()
    {
        await using RunningEdge edge = await OtherOriginAsync(("Weather:Edge:Limits:MaxConnections", "2"));
        const string request = "GET /x HTTP/1.1\r\nHost: edge\r\n\r\n";
        using RawClient one = await RawClient.ConnectAsync(edge.Http.BaseAddress!, Cancel);
        await one.SendAsync(request, Cancel);
        Assert.Equal(200, (await one.ReadAsync(isHead: false, Cancel)).Status);
        using (RawClient two = await RawClient.ConnectAsync(edge.Http.BaseAddress!, Cancel))
        {
            await two.SendAsync(request, Cancel);
            Assert.Equal(200, (await two.ReadAsync(isHead: false, Cancel)).Status);
            Assert.Equal(0, await StatusAsync(edge, request));
        }

        // The server learns of the end a moment later.
        while (await StatusAsync(edge, request) == 0)
        {
            Cancel.ThrowIfCancellationRequested();
        }

        await one.SendAsync(request, Cancel);
        Assert.Equal(200, (await one.ReadAsync(isHead: false, Cancel)).Status);
    }

    [Theory]
    [InlineData("MaxConnections", "0")]
    [InlineData("MaxConnections", "many")]
    [InlineData("MaxBodyBytes", "-1")]
    [InlineData("MaxBodyBytes", "1 MB")]
    [InlineData("SlowClientTimeout", "00:00:01")]
    [InlineData("SlowClientTimeout", "10")]
    [InlineData("SlowClientTimeout", "soon")]
    public async Task A_limit_that_cannot_be_stops_the_start_by_its_name(string name, string value)
    {
        InvalidConfigurationException refused = await Assert.ThrowsAsync<InvalidConfigurationException>(() =>
            RunningEdge.StartAsync(($"Weather:Edge:Limits:{name}", value))
        );
        Assert.Equal($"Weather:Edge:Limits:{name}", refused.Key);
    }

    private static async Task<int> StatusAsync(RunningEdge edge, string request) =>
        (await RawClient.AskAsync(edge.Http.BaseAddress!, request, Cancel)).Status;

    private Task<RunningEdge> OurRoutesAsync() =>
        RunningEdge.StartAsync(("ReverseProxy:Clusters:api:Destinations:one:Address", _origin.Url));

    private Task<RunningEdge> OtherOriginAsync(params (string, string)[] settings) =>
        RunningEdge.StartAsync([
            ("ReverseProxy:Clusters:origin:Destinations:one:Address", _origin.Url),
            ("ReverseProxy:Routes:all:ClusterId", "origin"),
            ("ReverseProxy:Routes:all:Match:Path", "/{**path}"),
            .. settings,
        ]);
}
