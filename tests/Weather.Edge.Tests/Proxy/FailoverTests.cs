using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Weather.Edge.Tests.Proxy;

/// <summary>Two APIs, one of which is not what it was.</summary>
public sealed class FailoverTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_API_that_dies_under_load_costs_no_answer(bool throughTheCache)
    {
        const int requests = 400;
        await using ApiStandIn dying = await ApiStandIn.StartAsync();
        await using ApiStandIn other = await ApiStandIn.StartAsync();
        await using RunningEdge edge = await InFrontOfAsync(dying, other);
        int next = 0;
        int answered = 0;
        var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task[] clients =
        [
            .. Enumerable
                .Range(0, 8)
                .Select(async _ =>
                {
                    while (Interlocked.Increment(ref next) is var number && number <= requests)
                    {
                        using HttpResponseMessage answer = await edge.GetAsync(
                            $"/v1/forecast?city=a{number}{(throughTheCache ? "" : "&past=the-cache")}"
                        );
                        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                        if (Interlocked.Increment(ref answered) == requests / 2)
                        {
                            half.SetResult();
                        }
                    }
                }),
        ];
        await half.Task;
        await dying.KillAsync();
        await Task.WhenAll(clients);

        Assert.Equal(requests, answered);
        Assert.InRange(dying.Calls, 1, requests);
        Assert.InRange(other.Calls, 1, requests);
    }

    [Fact]
    public async Task When_all_are_dead_what_is_stored_is_served_and_the_rest_is_an_error_until_one_is_back()
    {
        var time = new MovedTime();
        await using ApiStandIn one = await ApiStandIn.StartAsync();
        await using ApiStandIn two = await ApiStandIn.StartAsync();
        await using RunningEdge edge = await InFrontOfAsync(one, two, time);
        using HttpResponseMessage stored = await edge.GetAsync("/v1/forecast?city=fes");
        await one.KillAsync();
        await two.KillAsync();
        time.Move(TimeSpan.FromHours(1));

        using HttpResponseMessage stale = await edge.GetAsync("/v1/forecast?city=fes");
        using HttpResponseMessage nothing = await edge.GetAsync("/v1/forecast?city=rabat");
        Assert.Equal(HttpStatusCode.OK, stale.StatusCode);
        Assert.Contains(
            "stale-if-error",
            stale.Headers.GetValues("Cache-Status").Single(),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.BadGateway, nothing.StatusCode);

        await two.BeginAsync();
        using HttpResponseMessage back = await edge.GetAsync("/v1/forecast?city=rabat");
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Fact]
    public async Task An_API_that_hangs_is_given_up_in_time_for_the_other()
    {
        await using ApiStandIn hanging = await ApiStandIn.StartAsync(http =>
            Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted)
        );
        await using ApiStandIn other = await ApiStandIn.StartAsync();
        await using RunningEdge edge = await InFrontOfAsync(
            hanging,
            other,
            null,
            ("Weather:Edge:Cache:FetchDeadline", "00:00:02")
        );
        for (int number = 0; hanging.Calls == 0; number++)
        {
            using HttpResponseMessage answer = await edge.GetAsync($"/v1/forecast?city=a{number}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task An_API_that_says_it_is_not_ready_gets_no_more_requests()
    {
        await using ApiStandIn draining = await ApiStandIn.StartAsync();
        await using ApiStandIn other = await ApiStandIn.StartAsync();
        await using ApiStandIn notReady = await ApiStandIn.StartAsync(http =>
        {
            http.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        await using ApiStandIn ready = await ApiStandIn.StartAsync();
        await using RunningEdge edge = await InFrontOfAsync(
            draining,
            other,
            null,
            ("ReverseProxy:Clusters:api:Destinations:one:Health", notReady.Url),
            ("ReverseProxy:Clusters:api:Destinations:two:Health", ready.Url),
            ("ReverseProxy:Clusters:api:HealthCheck:Active:Interval", "00:00:00.050")
        );
        // Two probes that fail in a row make it ill; the answer to the second is out when the third arrives.
        for (int probe = 0; probe < 3; probe++)
        {
            await notReady.ArrivalAsync(Cancel);
        }

        int before = draining.Calls;
        for (int number = 0; number < 20; number++)
        {
            using HttpResponseMessage answer = await edge.GetAsync($"/v1/forecast?city=a{number}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(before, draining.Calls);
        Assert.All(notReady.Received, probe => Assert.Equal("GET /healthz/ready", probe.Line));
    }

    [Fact]
    public async Task What_an_API_answers_is_its_answer_even_when_it_is_an_error()
    {
        await using ApiStandIn failing = await ApiStandIn.StartAsync(http =>
        {
            http.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        await using ApiStandIn other = await ApiStandIn.StartAsync(failing.Answer);
        await using RunningEdge edge = await InFrontOfAsync(failing, other);
        using HttpResponseMessage answer = await edge.GetAsync("/v1/forecast?city=fes");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(1, failing.Calls + other.Calls);
    }

    [Fact]
    public async Task What_is_not_safe_or_has_a_body_is_not_sent_twice()
    {
        await using ApiStandIn resetting = await ApiStandIn.StartAsync(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        await using ApiStandIn too = await ApiStandIn.StartAsync(resetting.Answer);
        await using RunningEdge edge = await InFrontOfAsync(
            resetting,
            too,
            null,
            ("ReverseProxy:Routes:all:ClusterId", "api"),
            ("ReverseProxy:Routes:all:Match:Path", "/{**path}")
        );
        using HttpResponseMessage posted = await edge.SendAsync(HttpMethod.Post, "/anything");
        Assert.Equal(HttpStatusCode.BadGateway, posted.StatusCode);
        Assert.Equal(1, resetting.Calls + too.Calls);

        using var withBody = new HttpRequestMessage(HttpMethod.Get, "/anything")
        {
            Content = new StringContent("fat"),
        };
        using HttpResponseMessage fat = await edge.Http.SendAsync(withBody, Cancel);
        Assert.Equal(HttpStatusCode.BadGateway, fat.StatusCode);
        Assert.Equal(2, resetting.Calls + too.Calls);
    }

    private static Task<RunningEdge> InFrontOfAsync(
        ApiStandIn one,
        ApiStandIn two,
        TimeProvider? time = null,
        params (string, string)[] settings
    ) =>
        RunningEdge.StartAsync(
            time ?? TimeProvider.System,
            NullLoggerFactory.Instance,
            [
                RunningEdge.At(one, "one"),
                RunningEdge.At(two, "two"),
                ("Weather:Edge:Limits:ClientBurst", "0"),
                .. settings,
            ]
        );
}
