using System.Net;
using Microsoft.AspNetCore.Http;
using Weather.HttpCache.Tests.Origin;

namespace Weather.HttpCache.Tests.Sockets;

/// <summary>The host says that a client may not make the origin be asked.</summary>
public sealed class RefusedFetchTests
{
    private static readonly (string, string) Limited = ("X-Limited", "yes");
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_leader_that_may_not_ask_leaves_those_who_joined_it_to_themselves()
    {
        using var deciding = new SemaphoreSlim(0);
        using var decided = new SemaphoreSlim(0);
        await using Running running = await Running.StartAsync(
            _ => Reply.Of("the forecast", ("Cache-Control", "max-age=60")),
            options =>
                options.RefuseFetch = http =>
                {
                    if (!IsLimited(http))
                    {
                        return null;
                    }

                    // Its flight is in the map: who comes now joins it.
                    deciding.Release();
                    decided.Wait(TestContext.Current.CancellationToken);
                    return Wait;
                }
        );
        Task<HttpResponseMessage> leader = running.GetAsync("/a", Limited);
        await deciding.WaitAsync(TestContext.Current.CancellationToken);
        Task<string>[] followers = [.. Enumerable.Range(0, 20).Select(_ => running.TextAsync("/a"))];
        await running.EnteredAsync(21);
        decided.Release();

        using HttpResponseMessage refused = await leader;
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(Wait, refused.Headers.RetryAfter!.Delta);
        Assert.All(await Task.WhenAll(followers), body => Assert.Equal("the forecast", body));
        Assert.Equal(1, running.Origin.Calls);
    }

    [Fact]
    public async Task Hits_and_refreshes_behind_a_stale_answer_are_not_asked_about()
    {
        int asked = 0;
        await using Running running = await Running.StartAsync(
            _ => Reply.Of("x", ("Cache-Control", "max-age=10, stale-while-revalidate=60")),
            options =>
                options.RefuseFetch = _ =>
                {
                    Interlocked.Increment(ref asked);
                    return null;
                }
        );
        await running.TextAsync("/a");
        await running.TextAsync("/a");
        running.Time.Advance(TimeSpan.FromSeconds(20));
        await running.TextAsync("/a");
        await running.SettledAsync();

        Assert.Equal(1, asked);
        Assert.Equal(2, running.Origin.Calls);
    }

    [Fact]
    public async Task A_refusal_is_not_remembered()
    {
        await using Running running = await Running.StartAsync(
            _ => Reply.Of("x", ("Cache-Control", "max-age=10, stale-if-error=60")),
            options => options.RefuseFetch = http => IsLimited(http) ? Wait : null
        );
        using HttpResponseMessage refused = await running.GetAsync("/a", Limited);
        using HttpResponseMessage allowed = await running.GetAsync("/a");
        using HttpResponseMessage hit = await running.GetAsync("/a", Limited);
        running.Time.Advance(TimeSpan.FromSeconds(20));
        using HttpResponseMessage standsIn = await running.GetAsync("/a", Limited);
        using HttpResponseMessage renewed = await running.GetAsync("/a");

        Assert.Equal(
            [429, 200, 200, 200, 200],
            new[] { refused, allowed, hit, standsIn, renewed }.Select(Status)
        );
        Assert.Contains("detail=stale-if-error", CacheStatusOf(standsIn), StringComparison.Ordinal);
        Assert.Contains("fwd=stale", CacheStatusOf(renewed), StringComparison.Ordinal);
        Assert.Equal(2, running.Origin.Calls);
    }

    private static bool IsLimited(HttpContext http) => http.Request.Headers.ContainsKey(Limited.Item1);

    private static int Status(HttpResponseMessage answer) => (int)answer.StatusCode;

    private static string CacheStatusOf(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Cache-Status").Single();
}
