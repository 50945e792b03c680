using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Weather.StandIns;
using Xunit;

namespace Weather.Api.Tests;

/// <summary><c>include=air</c>, over a socket.</summary>
public sealed class AirBlockTests : IAsyncLifetime
{
    private const string Rabat = "/v1/forecast?city=Rabat&include=air";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 15, 20, 0, TimeSpan.Zero));
    private OpenMeteoStandIn _upstream = null!;
    private RunningApi _api = null!;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _upstream = await OpenMeteoStandIn.StartAsync(_time);
        _api = await RunningApi.StartAsync(_upstream, _time);
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Fact]
    public async Task Air_of_the_current_hour_stands_beside_the_forecast_with_a_source_of_its_own()
    {
        JsonElement answer = await _api.GetJsonAsync(Rabat, Cancel);
        JsonElement air = answer.GetProperty("air");

        Assert.Equal("european", air.GetProperty("index").GetString());
        Assert.Equal(42, air.GetProperty("value").GetInt32());
        Assert.Equal(3, air.GetProperty("level").GetInt32());
        Assert.Equal("2026-11-24T15:00Z", air.GetProperty("at").GetString());
        Assert.Equal(8.3, air.GetProperty("pm25").GetDouble());
        Assert.Equal(21.7, air.GetProperty("pm10").GetDouble());
        JsonElement source = air.GetProperty("source");
        Assert.Equal("CAMS ENSEMBLE data provider / Open-Meteo", source.GetProperty("text").GetString());
        Assert.Equal("CC BY 4.0", source.GetProperty("licence").GetString());
        Assert.Equal(
            "Weather data by Open-Meteo.com",
            answer.GetProperty("source").GetProperty("text").GetString()
        );
    }

    [Fact]
    public async Task Air_is_asked_for_once_a_place_and_not_when_nobody_wants_it()
    {
        await _api.GetJsonAsync("/v1/forecast?city=Rabat", Cancel);
        Assert.Equal(0, _upstream.Air.Calls);

        await _api.GetJsonAsync(Rabat, Cancel);
        JsonElement second = await _api.GetJsonAsync(
            "/v1/forecast?city=Rabat&days=3&include=alerts,air",
            Cancel
        );

        Assert.True(second.TryGetProperty("air", out _));
        Assert.Equal(1, _upstream.Air.Calls);
        Assert.Equal(1, _upstream.Calls);
    }

    [Fact]
    public async Task Several_places_have_air_each()
    {
        JsonElement answer = await _api.GetJsonAsync(
            "/v1/forecasts?places=2553604,2542997&include=air",
            Cancel
        );

        Assert.All(
            answer.GetProperty("forecasts").EnumerateArray(),
            forecast => Assert.Equal(42, forecast.GetProperty("air").GetProperty("value").GetInt32())
        );
        Assert.Equal(2, _upstream.Air.Calls);
    }

    [Theory]
    [InlineData(StandInMode.Poison)]
    [InlineData(StandInMode.AllNull)]
    [InlineData(StandInMode.WrongPlace)]
    [InlineData(StandInMode.Overloaded)]
    [InlineData(StandInMode.Forbidden)]
    public async Task Forecast_goes_without_when_nobody_knows_the_air(StandInMode mode)
    {
        _upstream.Air.Mode = mode;

        JsonElement answer = await _api.GetJsonAsync(Rabat, Cancel);

        Assert.False(answer.TryGetProperty("air", out _));
        Assert.True(answer.TryGetProperty("daily", out _));
    }

    [Fact]
    public async Task Hour_without_an_index_has_no_block()
    {
        _upstream.Air.Index = null;

        Assert.False((await _api.GetJsonAsync(Rabat, Cancel)).TryGetProperty("air", out _));
    }

    [Fact]
    public async Task What_is_refused_for_quota_is_not_asked_for_the_next_place()
    {
        _upstream.Air.Mode = StandInMode.MinutelyLimit;

        await _api.GetJsonAsync(Rabat, Cancel);
        await _api.GetJsonAsync("/v1/forecast?city=Marrakech&include=air", Cancel);

        Assert.Equal(1, _upstream.Air.Calls);
    }

    [Fact]
    public async Task Slow_air_does_not_hold_the_forecast_up_and_is_there_for_the_next()
    {
        Task arrived = _upstream.Air.HoldNext();
        Task<HttpResponseMessage> asking = _api.Http.GetAsync(Rabat, Cancel);
        await arrived;
        // The wait for the air is bounded by the clock that stood still until now.
        _time.Advance(TimeSpan.FromMilliseconds(600));
        using HttpResponseMessage first = await asking;
        JsonElement without = JsonDocument.Parse(await first.Content.ReadAsStringAsync(Cancel)).RootElement;
        _upstream.Air.Release();
        JsonElement with = await _api.GetJsonUntilAsync(
            Rabat,
            answer => answer.TryGetProperty("air", out _),
            Cancel
        );

        Assert.False(without.TryGetProperty("air", out _));
        Assert.Equal(TimeSpan.FromSeconds(30), first.Headers.CacheControl!.MaxAge);
        Assert.Equal(42, with.GetProperty("air").GetProperty("value").GetInt32());
        Assert.Equal(1, _upstream.Air.Calls);
    }

    [Fact]
    public async Task Answer_is_as_fresh_as_its_shortest_part()
    {
        _time.SetUtcNow(new DateTimeOffset(2026, 11, 24, 15, 59, 20, TimeSpan.Zero));

        using HttpResponseMessage plain = await _api.Http.GetAsync("/v1/forecast?city=Rabat", Cancel);
        using HttpResponseMessage air = await _api.Http.GetAsync(Rabat, Cancel);

        Assert.StartsWith(
            "max-age=300,",
            plain.Headers.GetValues("CDN-Cache-Control").Single(),
            StringComparison.Ordinal
        );
        // The hour ends in forty seconds.
        Assert.StartsWith(
            "max-age=40,",
            air.Headers.GetValues("CDN-Cache-Control").Single(),
            StringComparison.Ordinal
        );
    }
}
