using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Weather.StandIns;
using Xunit;

namespace Weather.Api.Tests;

/// <summary>That a value was purged does not let us ask its upstream sooner than it allows.</summary>
public sealed class PurgeRuleTests
{
    private const long Marrakech = 2542997;
    private const string Ask = "/v1/forecast?place=2542997";
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task MET_Norway_is_not_asked_before_its_Expires(bool onePlace)
    {
        var time = new FakeTimeProvider(Start);
        await using OpenMeteoStandIn nobody = await OpenMeteoStandIn.StartAsync(time);
        await using MetNorwayStandIn met = await MetNorwayStandIn.StartAsync(time);
        await using RunningApi api = await RunningApi.StartAsync(
            nobody,
            time,
            settings:
            [
                ("Weather:Usage", "commercial"),
                ("Weather:Operator:Contact", "ops@news.example"),
                ("Weather:Providers:OpenMeteo:Enabled", "false"),
                ("Weather:Providers:MetNorway:BaseAddress", met.BaseAddress.AbsoluteUri),
            ]
        );
        await api.GetJsonAsync(Ask, Cancel);

        await api.PurgeAsync(onePlace ? Marrakech : null, Start.ToUnixTimeMilliseconds(), Cancel);
        using HttpResponseMessage forbidden = await api.Http.GetAsync(Ask, Cancel);
        // Purged once more, the rule is not forgotten.
        await api.PurgeAsync(onePlace ? Marrakech : null, Start.ToUnixTimeMilliseconds() + 1, Cancel);
        using HttpResponseMessage again = await api.Http.GetAsync(Ask, Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, forbidden.StatusCode);
        Assert.InRange(forbidden.Headers.RetryAfter!.Delta!.Value.TotalMinutes, 30, 60);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, again.StatusCode);
        Assert.Equal(1, met.Calls);

        time.Advance(TimeSpan.FromHours(1));
        // The value cache has no other clock than the machine's: here its entry would have expired.
        string key = onePlace
            ? $"place:{Marrakech}"
            : $"place:{Marrakech}@{Start.ToUnixTimeMilliseconds() + 1}";
        await api.Values.RemoveAsync(key, token: Cancel);
        await api.GetJsonAsync(Ask, Cancel);
        Assert.Equal(2, met.Calls);
        Assert.Null(met.Requests[^1].IfModifiedSince);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_feed_of_alerts_is_not_asked_sooner_and_nothing_is_told_meanwhile(bool onePlace)
    {
        var time = new FakeTimeProvider(Start);
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync(time);
        await using AlertFeedStandIn feed = await AlertFeedStandIn.StartAsync(
            AlertBodies.Message("30,-10 30,-5 33,-5 33,-10")
        );
        await using RunningApi api = await RunningApi.StartAsync(
            upstream,
            time,
            settings: ("Weather:Alerts:Feeds:MA", feed.Address.AbsoluteUri)
        );
        await api.GetJsonUntilAsync($"{Ask}&include=alerts", HasAlerts, Cancel);

        await api.PurgeAsync(onePlace ? Marrakech : null, Start.ToUnixTimeMilliseconds(), Cancel);
        JsonElement answer = await api.GetJsonAsync($"{Ask}&include=alerts", Cancel);

        Assert.False(HasAlerts(answer));
        Assert.Single(feed.Requests);
        Assert.Equal(2, upstream.Calls);

        static bool HasAlerts(JsonElement answer) => answer.TryGetProperty("alerts", out _);
    }
}
