using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Weather.Model;
using Weather.StandIns;
using Xunit;

namespace Weather.Providers.Tests.MetNorway;

/// <summary>M3: Last-Modified, as MET's terms want it used.</summary>
public sealed class ConditionalRequestTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 10, 11, 30, TimeSpan.Zero);
    private static readonly GeoPoint Bergen = GeoPoint.Create(60.39299, 5.32415);
    private readonly FakeTimeProvider _time = new(Start);
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    // No time at all, and a time in a form that nobody writes: a client that parses and formats would change them.
    [InlineData("version 7")]
    [InlineData("Tue,  24 Nov 2026 9:05:01 +0000")]
    public async Task M3_Last_Modified_comes_back_byte_for_byte_and_304_renews_the_forecast(string? validator)
    {
        await using MetNorwayStandIn upstream = await MetNorwayStandIn.StartAsync(_time);
        await using RunningProviders providers = RunningProviders.CreateMetNorway(
            upstream.BaseAddress,
            _time
        );
        upstream.LastModified = validator ?? upstream.LastModified;
        Forecast first = await GetAsync(providers, previous: null);
        _time.Advance(TimeSpan.FromHours(1.5));

        Forecast second = await GetAsync(providers, first);

        Assert.Null(upstream.Requests[0].IfModifiedSince);
        Assert.Equal(upstream.LastModified, upstream.Requests[1].IfModifiedSince);
        Assert.Equal(upstream.LastModified, first.Source.LastModified);
        Assert.Same(first.Hours, second.Hours);
        Assert.Equal(Now(), second.Source.FetchedAt);
        Assert.True(second.Source.ExpiresAt > Now() + Duration.FromMinutes(30));
        Assert.Equal(first.Source.LastModified, second.Source.LastModified);
        Assert.Equal(first.Source.ModelRun, second.Source.ModelRun);
    }

    [Fact]
    public async Task New_data_come_with_a_new_validator()
    {
        await using MetNorwayStandIn upstream = await MetNorwayStandIn.StartAsync(_time);
        await using RunningProviders providers = RunningProviders.CreateMetNorway(
            upstream.BaseAddress,
            _time
        );
        Forecast first = await GetAsync(providers, previous: null);
        _time.Advance(TimeSpan.FromHours(1.5));
        upstream.Publish();

        Forecast second = await GetAsync(providers, first);

        Assert.NotEqual(first.Source.LastModified, second.Source.LastModified, StringComparer.Ordinal);
        Assert.NotEqual(first.Source.ModelRun, second.Source.ModelRun);
        Assert.Equal(first.Start + Duration.FromHours(1), second.Start);
    }

    [Fact]
    public async Task Forecast_of_another_provider_or_place_gives_no_validator_and_no_answer()
    {
        await using MetNorwayStandIn upstream = await MetNorwayStandIn.StartAsync(_time);
        await using RunningProviders providers = RunningProviders.CreateMetNorway(
            upstream.BaseAddress,
            _time
        );
        Forecast first = await GetAsync(providers, previous: null);
        Forecast others = first with { Source = first.Source with { Provider = "open-meteo" } };
        Forecast elsewhere = first with { Point = GeoPoint.Create(60.4, 5.32415) };

        await GetAsync(providers, others);
        await GetAsync(providers, elsewhere);

        Assert.Equal(3, upstream.Calls);
        Assert.All(upstream.Requests, request => Assert.Null(request.IfModifiedSince));
    }

    [Fact]
    public async Task Confirmed_forecast_that_has_run_out_is_refused()
    {
        await using MetNorwayStandIn upstream = await MetNorwayStandIn.StartAsync(_time);
        await using RunningProviders providers = RunningProviders.CreateMetNorway(
            upstream.BaseAddress,
            _time
        );
        Forecast first = await GetAsync(providers, previous: null);
        _time.Advance(TimeSpan.FromDays(20));

        ProviderResult result = await providers.Chain.GetAsync(
            new ForecastRequest(Bergen, Previous: first),
            Cancel
        );

        Assert.Equal(RefusalKind.Poisoned, Assert.IsType<ProviderResult.Refused>(result).Kind);
    }

    [Fact]
    public async Task Nine_of_ten_refreshes_transfer_nothing_while_the_data_stay_the_same()
    {
        await using MetNorwayStandIn upstream = await MetNorwayStandIn.StartAsync(_time);
        await using RunningProviders providers = RunningProviders.CreateMetNorway(
            upstream.BaseAddress,
            _time
        );
        Forecast forecast = await GetAsync(providers, previous: null);
        for (int refresh = 0; refresh < 20; refresh++)
        {
            _time.SetUtcNow(forecast.Source.ExpiresAt.ToDateTimeOffset());
            Forecast next = await GetAsync(providers, forecast);
            Assert.Same(forecast.Hours, next.Hours);
            forecast = next;
        }

        Assert.Equal(20, upstream.Requests.Count(request => request.IfModifiedSince is not null));
    }

    private Instant Now() => Instant.FromDateTimeOffset(_time.GetUtcNow());

    private static async Task<Forecast> GetAsync(RunningProviders providers, Forecast? previous) =>
        Assert
            .IsType<ProviderResult.Success>(
                await providers["met-norway"]
                    .GetAsync(new ForecastRequest(Bergen, Previous: previous), Cancel)
            )
            .Forecast;
}
