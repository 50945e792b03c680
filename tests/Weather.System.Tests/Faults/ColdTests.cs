using System.Net;
using Weather.HttpCache.Tests.Origin;
using Xunit;

namespace Weather.System.Tests.Faults;

/// <summary>Nothing is stored, and many come at once.</summary>
public sealed class ColdTests(Edges edges) : FaultTests
{
    [Theory]
    [InlineData(50)]
    [InlineData(1000)]
    public async Task Cold_herd_costs_one_origin_call_and_waits_for_nothing_else(int herd)
    {
        var gate = new TaskCompletionSource();
        await using Lane lane = edges.Patient.Take(_ =>
            Reply.Of("the forecast", Contract.Fresh) with
            {
                Barrier = gate.Task,
            }
        );
        Task<HttpResponseMessage>[] all =
        [
            .. Enumerable.Range(0, herd).Select(_ => lane.GetAsync("herd", Cancel)),
        ];
        await edges.Patient.HoldsRequestsAsync(herd, Cancel);
        gate.SetResult();

        int collapsed = 0;
        foreach (HttpResponseMessage answer in await Task.WhenAll(all))
        {
            using (answer)
            {
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Equal("the forecast", await answer.Content.ReadAsStringAsync(Cancel));
                collapsed += CacheStatus(answer).EndsWith("; collapsed", StringComparison.Ordinal) ? 1 : 0;
            }
        }

        // None polled, none queued behind another: all but one were carried by the same fetch.
        Assert.Equal(herd - 1, collapsed);
        Assert.Equal(1, lane.Origin.Calls);
    }

    [Fact]
    public async Task Cold_herd_on_a_failing_origin_costs_one_call_and_everybody_hears_of_it()
    {
        var gate = new TaskCompletionSource();
        await using Lane lane = edges.Patient.Take(_ =>
            Reply.Of("out of order") with
            {
                Status = 503,
                Barrier = gate.Task,
            }
        );
        Task<HttpResponseMessage>[] all =
        [
            .. Enumerable.Range(0, 50).Select(_ => lane.GetAsync("herd", Cancel)),
        ];
        await edges.Patient.HoldsRequestsAsync(50, Cancel);
        gate.SetResult();

        foreach (HttpResponseMessage answer in await Task.WhenAll(all))
        {
            using (answer)
            {
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            }
        }

        Assert.Equal(1, lane.Origin.Calls);
    }
}
