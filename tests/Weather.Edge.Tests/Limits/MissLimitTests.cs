using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Weather.ServiceDefaults;
using Xunit;

namespace Weather.Edge.Tests.Limits;

/// <summary>What one client, or one site, may make the API be asked. The budget refills once a minute: not within a test.</summary>
public sealed class MissLimitTests
{
    private static readonly (string, string)[] ThreePerClient =
    [
        ("Weather:Edge:Limits:ClientBurst", "3"),
        ("Weather:Edge:Limits:ClientPerMinute", "1"),
        ("Weather:Edge:TrustedProxies", "127.0.0.0/8"),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_that_walks_the_map_is_stopped_and_keeps_what_is_stored()
    {
        await using ApiStandIn api = await ApiStandIn.StartAsync();
        await using RunningEdge edge = await RunningEdge.StartAsync(api, ThreePerClient);
        HttpStatusCode[] walked = await StatusesAsync(edge, 5, "203.0.113.7");
        using HttpResponseMessage refused = await AskAsync(edge, 9, "203.0.113.7");
        using HttpResponseMessage hit = await AskAsync(edge, 0, "203.0.113.7");
        using HttpResponseMessage other = await AskAsync(edge, 9, "203.0.113.8");

        Assert.Equal([200, 200, 200, 429, 429], walked.Select(status => (int)status));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.True(refused.Headers.CacheControl!.NoStore);
        Assert.Equal("weather-edge; detail=limited", refused.Headers.GetValues("Cache-Status").Single());
        Assert.Equal("*", refused.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(HttpStatusCode.OK, hit.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(4, api.Calls);
    }

    [Theory]
    [InlineData("GET", "/v1/forecast?city=a{0}&unknown=1")]
    [InlineData("HEAD", "/v1/forecast?city=a{0}")]
    [InlineData("GET", "/v1/places?q=a{0}")]
    [InlineData("GET", "/v1/card.svg?anything={0}")]
    public async Task Whatever_reaches_the_API_counts(string method, string path)
    {
        await using ApiStandIn api = await ApiStandIn.StartAsync();
        await using RunningEdge edge = await RunningEdge.StartAsync(api, ThreePerClient);
        for (int number = 0; number < 5; number++)
        {
            using HttpResponseMessage answer = await edge.SendAsync(
                new HttpMethod(method),
                string.Format(CultureInfo.InvariantCulture, path, number)
            );
            Assert.Equal(number < 3 ? 200 : 429, (int)answer.StatusCode);
        }

        Assert.Equal(3, api.Calls);
    }

    [Fact]
    public async Task Files_and_refusals_of_the_edge_do_not_count()
    {
        await using ApiStandIn api = await ApiStandIn.StartAsync();
        await using RunningEdge edge = await RunningEdge.StartAsync(api, ThreePerClient);
        for (int number = 0; number < 5; number++)
        {
            using HttpResponseMessage page = await edge.GetAsync("/");
            using HttpResponseMessage nothing = await edge.GetAsync("/nothing");
            using HttpResponseMessage posted = await edge.SendAsync(HttpMethod.Post, "/v1/forecast?city=fes");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
        }

        Assert.Equal([200, 200, 200], (await StatusesAsync(edge, 3, null)).Select(status => (int)status));
    }

    [Fact]
    public async Task Without_trusted_proxies_nobody_can_say_who_he_is()
    {
        await using ApiStandIn api = await ApiStandIn.StartAsync();
        await using RunningEdge edge = await RunningEdge.StartAsync(api, ThreePerClient[..2]);
        for (int number = 0; number < 5; number++)
        {
            using HttpResponseMessage answer = await AskAsync(edge, number, $"203.0.113.{number}");
            Assert.Equal(number < 3 ? 200 : 429, (int)answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", true)]
    [InlineData("::ffff:203.0.113.7", "::ffff:203.0.113.8", false)]
    // The last hop that is not a trusted proxy's counts; what stands before it, the client may have written itself.
    [InlineData("198.51.100.1, 203.0.113.7", "198.51.100.2, 203.0.113.7", true)]
    [InlineData("203.0.113.7, 127.0.0.9", "203.0.113.8, 127.0.0.9", false)]
    public async Task Two_addresses_are_one_client_or_two(string one, string other, bool same)
    {
        await using ApiStandIn api = await ApiStandIn.StartAsync();
        await using RunningEdge edge = await RunningEdge.StartAsync(api, ThreePerClient);
        await StatusesAsync(edge, 3, one);
        using HttpResponseMessage answer = await AskAsync(edge, 9, other);
        Assert.Equal(same ? 429 : 200, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_pages_of_one_site_share_a_budget()
    {
        await using ApiStandIn api = await ApiStandIn.StartAsync();
        await using RunningEdge edge = await RunningEdge.StartAsync(
            api,
            ("Weather:Edge:Limits:SiteBurst", "2"),
            ("Weather:Edge:Limits:SitePerMinute", "1")
        );
        (string, string)[] asked =
        [
            ("Origin", "https://news.example"),
            ("Referer", "https://NEWS.example/an/article"),
            ("Origin", "https://news.example"),
            ("Referer", "https://sport.example/"),
            ("X-None", "1"),
            ("Origin", "null"),
        ];
        List<int> statuses = [];
        foreach ((int number, (string, string) header) in asked.Index())
        {
            using HttpResponseMessage answer = await edge.GetAsync($"/v1/forecast?city=a{number}", header);
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Equal([200, 200, 429, 200, 200, 200], statuses);
    }

    [Fact]
    public async Task Who_joins_a_fetch_under_way_pays_nothing()
    {
        var gate = new TaskCompletionSource();
        await using ApiStandIn api = await ApiStandIn.StartAsync();
        await using RunningEdge edge = await RunningEdge.StartAsync(api, ThreePerClient);
        await StatusesAsync(edge, 3, "203.0.113.7");
        api.Answer = async http =>
        {
            await gate.Task;
            await ApiStandIn.FreshAsync(http);
        };
        Task<HttpResponseMessage> leader = AskAsync(edge, 9, "203.0.113.8");
        for (int arrived = 0; arrived < 4; arrived++)
        {
            await api.ArrivalAsync(Cancel);
        }

        Task<HttpResponseMessage>[] joined =
        [
            .. Enumerable.Range(0, 10).Select(_ => AskAsync(edge, 9, "203.0.113.7")),
        ];
        // Its own fourth question is refused, so the others are not given way by a budget.
        using HttpResponseMessage refused = await AskAsync(edge, 8, "203.0.113.7");
        gate.SetResult();

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        using HttpResponseMessage led = await leader;
        Assert.Equal(HttpStatusCode.OK, led.StatusCode);
        foreach (HttpResponseMessage answer in await Task.WhenAll(joined))
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            answer.Dispose();
        }
    }

    [Fact]
    public async Task Beyond_the_limit_an_answer_that_may_stand_in_is_served()
    {
        var time = new MovedTime();
        await using ApiStandIn api = await ApiStandIn.StartAsync();
        await using RunningEdge edge = await RunningEdge.StartAsync(
            time,
            NullLoggerFactory.Instance,
            [RunningEdge.At(api), .. ThreePerClient]
        );
        await StatusesAsync(edge, 3, "203.0.113.7");
        time.Move(TimeSpan.FromHours(1));
        using HttpResponseMessage stale = await AskAsync(edge, 0, "203.0.113.7");
        time.Move(TimeSpan.FromDays(2));
        using HttpResponseMessage tooOld = await AskAsync(edge, 0, "203.0.113.7");

        Assert.Equal(HttpStatusCode.OK, stale.StatusCode);
        Assert.Contains(
            "stale-if-error",
            stale.Headers.GetValues("Cache-Status").Single(),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.TooManyRequests, tooOld.StatusCode);
        Assert.Equal(3, api.Calls);
    }

    [Fact]
    public async Task Routes_of_others_have_no_limit_unless_one_is_set()
    {
        await using ApiStandIn api = await ApiStandIn.StartAsync();
        (string, string)[] routes =
        [
            ("ReverseProxy:Routes:all:ClusterId", "api"),
            ("ReverseProxy:Routes:all:Match:Path", "/{**path}"),
        ];
        await using RunningEdge free = await RunningEdge.StartAsync(api, routes);
        await using RunningEdge limited = await RunningEdge.StartAsync(api, [.. routes, .. ThreePerClient]);
        int[] many = [.. Enumerable.Range(0, 200)];
        Assert.All(
            await StatusesAsync(free, many.Length, null),
            status => Assert.Equal(HttpStatusCode.OK, status)
        );
        Assert.Equal(
            [200, 200, 200, 429],
            (await StatusesAsync(limited, 4, null)).Select(status => (int)status)
        );
    }

    [Theory]
    [InlineData("Limits:ClientBurst", "-1")]
    [InlineData("Limits:ClientBurst", "many")]
    [InlineData("Limits:ClientPerMinute", "0")]
    [InlineData("Limits:SiteBurst", "1.5")]
    [InlineData("Limits:SitePerMinute", "9999999")]
    [InlineData("TrustedProxies", "balancer.example")]
    [InlineData("TrustedProxies", "10.0.0.0/33")]
    public async Task A_setting_that_cannot_be_stops_the_start_by_its_name(string name, string value)
    {
        string key = $"Weather:Edge:{name}";
        InvalidConfigurationException refused = await Assert.ThrowsAsync<InvalidConfigurationException>(() =>
            RunningEdge.StartAsync((key, value))
        );
        Assert.Equal(key, refused.Key);
    }

    private static async Task<HttpStatusCode[]> StatusesAsync(RunningEdge edge, int count, string? client)
    {
        var statuses = new List<HttpStatusCode>();
        for (int number = 0; number < count; number++)
        {
            using HttpResponseMessage answer = await AskAsync(edge, number, client);
            statuses.Add(answer.StatusCode);
        }

        return [.. statuses];
    }

    private static Task<HttpResponseMessage> AskAsync(RunningEdge edge, int number, string? client) =>
        edge.GetAsync(
            $"/v1/forecast?lat={number}&lon=-7.6",
            client is null ? [] : [("X-Forwarded-For", client)]
        );
}
