using System.Net;
using Weather.HttpCache.Tests.Origin;

namespace Weather.HttpCache.Tests.Sockets;

public sealed class CoalescingTests
{
    private static readonly (string, string) Fresh = ("Cache-Control", "max-age=60");

    [Fact]
    public async Task A_cold_herd_of_a_thousand_costs_one_origin_call()
    {
        var gate = new TaskCompletionSource();
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of("the forecast", Fresh) with
            {
                Barrier = gate.Task,
            }
        );
        Task<string>[] herd = [.. Enumerable.Range(0, 1000).Select(_ => running.TextAsync("/herd"))];
        await running.EnteredAsync(1000);
        gate.SetResult();
        string[] bodies = await Task.WhenAll(herd);
        Assert.All(bodies, body => Assert.Equal("the forecast", body));
        Assert.Equal(1, running.Origin.Calls);
    }

    [Fact]
    public async Task When_the_leader_leaves_the_followers_get_the_bytes_and_the_answer_is_stored()
    {
        var gate = new TaskCompletionSource();
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of("whole", Fresh) with
            {
                Barrier = gate.Task,
            }
        );
        using var leaves = new CancellationTokenSource();
        Task<HttpResponseMessage> leader = running.SendAsync(HttpMethod.Get, "/a", [], leaves.Token);
        await running.Origin.ArrivalAsync(TestContext.Current.CancellationToken);
        Task<string>[] followers = [.. Enumerable.Range(0, 5).Select(_ => running.TextAsync("/a"))];
        await running.EnteredAsync(6);
        await leaves.CancelAsync();
        await running.Aborted;
        gate.SetResult();

        Assert.All(await Task.WhenAll(followers), body => Assert.Equal("whole", body));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader);
        Assert.Equal("whole", await running.TextAsync("/a"));
        Assert.Equal(1, running.Origin.Calls);
    }

    [Fact]
    public async Task When_everybody_leaves_the_fetch_ends_and_is_stored()
    {
        var gate = new TaskCompletionSource();
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of("whole", Fresh) with
            {
                Barrier = gate.Task,
            }
        );
        using var leaves = new CancellationTokenSource();
        Task<HttpResponseMessage> leader = running.SendAsync(HttpMethod.Get, "/a", [], leaves.Token);
        await running.Origin.ArrivalAsync(TestContext.Current.CancellationToken);
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader);
        await running.Aborted;
        gate.SetResult();
        await running.SettledAsync();

        using HttpResponseMessage next = await running.GetAsync("/a");
        Assert.StartsWith(
            "weather-edge; hit",
            next.Headers.GetValues("Cache-Status").Single(),
            StringComparison.Ordinal
        );
        Assert.Equal(1, running.Origin.Calls);
    }

    [Fact]
    public async Task Answers_that_cannot_be_shared_are_fetched_by_each_at_the_same_time()
    {
        var gate = new TaskCompletionSource();
        int number = 0;
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of($"for {Interlocked.Increment(ref number)}", ("Cache-Control", "private")) with
            {
                Barrier = number == 1 ? Task.CompletedTask : gate.Task,
            }
        );
        // The first one teaches the cache that waiting is in vain.
        Assert.Equal("for 1", await running.TextAsync("/mine"));
        Task<string>[] others = [.. Enumerable.Range(0, 8).Select(_ => running.TextAsync("/mine"))];
        for (int k = 0; k < 9; k++)
        {
            // All eight are at the origin while none has an answer: nobody queues.
            await running.Origin.ArrivalAsync(TestContext.Current.CancellationToken);
        }

        gate.SetResult();
        string[] bodies = await Task.WhenAll(others);
        Assert.Equal(8, bodies.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task An_answer_for_one_is_never_given_to_those_who_waited_with_it()
    {
        var gate = new TaskCompletionSource();
        int number = 0;
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of($"secret {Interlocked.Increment(ref number)}", ("Cache-Control", "private")) with
            {
                Barrier = gate.Task,
            }
        );
        Task<string>[] all = [.. Enumerable.Range(0, 10).Select(_ => running.TextAsync("/mine"))];
        await running.EnteredAsync(10);
        gate.SetResult();
        string[] bodies = await Task.WhenAll(all);
        Assert.Equal(10, bodies.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_failing_origin_is_asked_once_for_all_who_wait()
    {
        var gate = new TaskCompletionSource();
        await using Running running = await Running.StartAsync(_ =>
            Reply.Of("out of order") with
            {
                Status = 503,
                Barrier = gate.Task,
            }
        );
        Task<HttpResponseMessage>[] all = [.. Enumerable.Range(0, 50).Select(_ => running.GetAsync("/a"))];
        await running.EnteredAsync(50);
        gate.SetResult();
        foreach (HttpResponseMessage response in await Task.WhenAll(all))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            response.Dispose();
        }

        Assert.InRange(running.Origin.Calls, 1, 3);
    }

    [Fact]
    public async Task Those_who_wait_for_another_variant_get_their_own()
    {
        var gate = new TaskCompletionSource();
        await using Running running = await Running.StartAsync(asked =>
            Reply.Of($"in {asked["X-Tongue"]}", Fresh, ("Vary", "X-Tongue")) with
            {
                Barrier = gate.Task,
            }
        );
        string[] tongues = ["ar", "fr", "en", "ar", "fr", "en"];
        Task<string>[] all = [.. tongues.Select(tongue => running.TextAsync("/a", ("X-Tongue", tongue)))];
        await running.EnteredAsync(tongues.Length);
        gate.SetResult();
        Assert.Equal(tongues.Select(tongue => $"in {tongue}"), await Task.WhenAll(all));
        Assert.Equal(3, running.Origin.Calls);
    }

    [Fact]
    public async Task Each_key_is_fetched_once_whoever_comes_when()
    {
        const int keys = 300;
        const int clients = 16;
        await using Running running = await Running.StartAsync(asked => Reply.Of(asked.Target, Fresh));
        await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(async client =>
                {
                    int[] order = [.. Enumerable.Range(0, keys)];
                    new Random(client / 2).Shuffle(order);
                    foreach (int key in order)
                    {
                        Assert.Equal($"/{key}", await running.TextAsync($"/{key}"));
                    }
                })
        );
        Assert.Equal(keys, running.Origin.Calls);
    }
}
