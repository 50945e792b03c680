using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Weather.Model;
using Weather.StandIns;
using Weather.StandIns.OpenMeteo;
using Xunit;

namespace Weather.Providers.Tests.OpenMeteo;

/// <summary>The providers as the service registers them, in front of a server that limits as Open-Meteo does.</summary>
public sealed class QuotaTests : IDisposable
{
    private const string Section = "Weather:Providers:OpenMeteo";
    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("weather-quota-");
    private readonly FakeTimeProvider _time = new(
        new DateTimeOffset(2026, 11, 24, 10, 30, 20, TimeSpan.Zero)
    );
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _state.Delete(recursive: true);

    [Fact]
    public async Task Forty_places_at_once_are_asked_for_one_after_the_other()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync(_time);
        upstream.Limiter = new RateLimiter();
        await using RunningProviders providers = Start(upstream);

        ProviderResult[] results = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(k => providers.Chain.GetAsync(Place(k), Cancel))
        );

        Assert.All(results, result => Assert.IsType<ProviderResult.Success>(result));
        Assert.Equal((40, 0), (upstream.Calls, upstream.TooMany));
    }

    [Fact]
    public async Task Restart_goes_on_with_what_is_left_and_the_server_never_says_429()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync(_time);
        upstream.Limiter = new RateLimiter(daily: 10);
        for (int restart = 0; restart < 4; restart++)
        {
            await using RunningProviders providers = Start(upstream, ($"{Section}:Limits:Day", "10"));
            for (int k = 0; k < 4; k++)
            {
                await providers.Chain.GetAsync(Place(k), Cancel);
            }
        }

        Assert.Equal((10, 0), (upstream.Calls, upstream.TooMany));
    }

    [Fact]
    public async Task Server_that_says_429_all_the_same_is_left_alone_until_the_edge()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync(_time);
        upstream.Mode = StandInMode.MinutelyLimit;
        await using RunningProviders providers = Start(upstream);
        await providers.Chain.GetAsync(Place(0), Cancel);
        upstream.Mode = StandInMode.Normal;

        var refused = Assert.IsType<ProviderResult.Refused>(await providers.Chain.GetAsync(Place(1), Cancel));
        Assert.Equal(1, upstream.Calls);
        Assert.Equal("2026-11-24T10:31:00Z", refused.RetryAt?.ToString());
        _time.SetUtcNow(refused.RetryAt!.Value.ToDateTimeOffset());

        Assert.IsType<ProviderResult.Success>(await providers.Chain.GetAsync(Place(1), Cancel));
    }

    [Fact]
    public async Task Forecast_that_no_run_has_overtaken_is_renewed_without_a_call_and_keeps_its_age()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync(_time);
        long now = _time.GetUtcNow().ToUnixTimeSeconds();
        upstream.Models["dwd_icon"] = new ModelMetadata(now - 18_000, now - 3_600, 21_600);
        await using RunningProviders providers = Start(upstream, ($"{Section}:Models", "dwd_icon"));
        Forecast first = await FetchAsync(providers, Place(0));
        // The look at the metadata has begun with the first question; its answer is here with the next ones.
        await providers.MetadataAsync();
        _time.Advance(TimeSpan.FromHours(1));

        Forecast second = await FetchAsync(providers, Place(0) with { Previous = first });

        Assert.Equal(1, upstream.Calls);
        Assert.Equal(first.Source.FetchedAt, second.Source.FetchedAt);
        Assert.Equal(first.Source.FetchedAt + Duration.FromMinutes(160), second.Source.ExpiresAt);

        // A run later it is asked for again.
        upstream.Models["dwd_icon"] = new ModelMetadata(now - 7_200, now + 3_600, 21_600);
        _time.Advance(TimeSpan.FromMinutes(30));
        await FetchAsync(providers, Place(1));
        await providers.MetadataAsync();
        await FetchAsync(providers, Place(0) with { Previous = second });
        Assert.Equal(3, upstream.Calls);
    }

    private static async Task<Forecast> FetchAsync(RunningProviders providers, ForecastRequest request) =>
        Assert.IsType<ProviderResult.Success>(await providers.Chain.GetAsync(request, Cancel)).Forecast;

    private static ForecastRequest Place(int k) => new(GeoPoint.Create(30 + (k * 0.25), -8));

    private RunningProviders Start(
        OpenMeteoStandIn upstream,
        params (string Key, string? Value)[] settings
    ) =>
        RunningProviders.Create(
            upstream.BaseAddress,
            _time,
            development: false,
            [.. settings, ("Weather:StateDirectory", _state.FullName)]
        );
}
