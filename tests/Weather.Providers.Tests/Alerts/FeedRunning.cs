using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Weather.Providers.Alerts;
using Weather.StandIns;
using Xunit;

namespace Weather.Providers.Tests.Alerts;

/// <summary>The feeds as the service registers them, with the stand-in as Morocco's.</summary>
internal static class FeedRunning
{
    public static FakeTimeProvider At(Instant now) => new(now.ToDateTimeOffset());

    public static RunningProviders Create(AlertFeedStandIn upstream, TimeProvider time) =>
        RunningProviders.Create(
            upstream.Address,
            time,
            settings: ("Weather:Alerts:Feeds:MA", upstream.Address.AbsoluteUri)
        );

    public static async Task<AlertFeed> ReadAsync(RunningProviders providers, AlertFeed? previous) =>
        Assert
            .IsType<AlertFeedResult.Success>(
                await providers.Alerts.GetAsync("MA", previous, TestContext.Current.CancellationToken)
            )
            .Feed;
}
