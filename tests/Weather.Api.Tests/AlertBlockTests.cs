using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Weather.StandIns;
using Xunit;

namespace Weather.Api.Tests;

/// <summary><c>include=alerts</c>, over a socket.</summary>
public sealed class AlertBlockTests : IAsyncLifetime
{
    private const string Marrakech = "/v1/forecast?place=2542997&include=alerts";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private OpenMeteoStandIn _upstream = null!;
    private AlertFeedStandIn _feed = null!;
    private RunningApi _api = null!;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _upstream = await OpenMeteoStandIn.StartAsync(_time);
        _feed = await AlertFeedStandIn.StartAsync(AlertBodies.Message("30,-10 30,-5 33,-5 33,-10"));
        _api = await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _feed.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Theory]
    [InlineData("ar", "أمطار قوية", "ar-MA", "المديرية العامة للأرصاد الجوية")]
    [InlineData("fr", "Fortes pluies", "fr-MA", "DGM")]
    [InlineData("en", "أمطار قوية", "ar-MA", "المديرية العامة للأرصاد الجوية")]
    public async Task Alert_is_told_in_the_issuers_words_in_the_nearest_language(
        string lang,
        string name,
        string language,
        string issuer
    )
    {
        JsonElement answer = await _api.GetJsonAsync($"{Marrakech}&lang={lang}", Cancel);
        JsonElement alert = answer.GetProperty("alerts").EnumerateArray().Single();

        Assert.Equal(name, alert.GetProperty("event").GetString());
        Assert.Equal(language, alert.GetProperty("lang").GetString());
        Assert.Equal(issuer, alert.GetProperty("issuer").GetString());
        Assert.Equal("orange", alert.GetProperty("level").GetString());
        Assert.Equal("severe", alert.GetProperty("severity").GetString());
        Assert.Equal("2026-11-24T15:00Z", alert.GetProperty("from").GetString());
        Assert.Equal("2026-11-24T23:00Z", alert.GetProperty("until").GetString());
        Assert.Equal("https://www.marocmeteo.ma/", alert.GetProperty("href").GetString());
    }

    [Fact]
    public async Task Feed_that_says_nothing_for_a_place_gives_an_empty_list()
    {
        JsonElement tangier = await _api.GetJsonAsync(
            "/v1/forecast?city=Tangier&country=MA&include=alerts",
            Cancel
        );

        Assert.Equal(0, tangier.GetProperty("alerts").GetArrayLength());
    }

    [Theory]
    [InlineData("/v1/forecast?city=Paris&country=FR&include=alerts")]
    [InlineData("/v1/forecast?lat=-35&lon=-25&include=alerts")]
    [InlineData("/v1/forecast?place=2542997&include=air")]
    public async Task Without_a_feed_or_a_wish_the_payload_says_nothing_about_alerts(string path)
    {
        JsonElement answer = await _api.GetJsonAsync(path, Cancel);

        Assert.False(answer.TryGetProperty("alerts", out _));
        Assert.Empty(_feed.Requests);
    }

    [Fact]
    public async Task Feed_is_asked_once_for_all_places_of_its_country()
    {
        await _api.GetJsonAsync(Marrakech, Cancel);
        await _api.GetJsonAsync("/v1/forecast?city=Rabat&country=MA&include=alerts", Cancel);
        await _api.GetJsonAsync("/v1/forecasts?places=2553604,2542997&include=alerts", Cancel);

        Assert.Single(_feed.Requests);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(403)]
    [InlineData(200)]
    public async Task Dead_feed_says_nothing_and_is_asked_once(int status)
    {
        _feed.Status = status;
        _feed.Put("/feed", "<html>service unavailable</html>");

        JsonElement first = await _api.GetJsonAsync(Marrakech, Cancel);
        JsonElement second = await _api.GetJsonAsync(Marrakech, Cancel);

        Assert.False(first.TryGetProperty("alerts", out _));
        Assert.False(second.TryGetProperty("alerts", out _));
        Assert.True(second.TryGetProperty("daily", out _));
        Assert.Single(_feed.Requests);
    }

    [Fact]
    public async Task Feed_that_was_not_confirmed_for_half_an_hour_says_nothing()
    {
        await _api.GetJsonAsync(Marrakech, Cancel);

        _time.Advance(TimeSpan.FromMinutes(29));
        JsonElement before = await _api.GetJsonAsync(Marrakech, Cancel);
        _time.Advance(TimeSpan.FromMinutes(1));
        JsonElement after = await _api.GetJsonAsync(Marrakech, Cancel);

        Assert.Equal(1, before.GetProperty("alerts").GetArrayLength());
        Assert.False(after.TryGetProperty("alerts", out _));
    }

    [Fact]
    public async Task Alert_that_ended_since_is_gone_and_the_answer_lives_no_longer_than_it()
    {
        _feed.Put(
            "/feed",
            AlertBodies.Message("30,-10 30,-5 33,-5 33,-10", expires: "2026-11-24T12:00:50+00:00")
        );

        using HttpResponseMessage answer = await _api.Http.GetAsync(Marrakech, Cancel);
        _time.Advance(TimeSpan.FromSeconds(50));
        JsonElement after = await _api.GetJsonAsync(Marrakech, Cancel);

        // Nor does an old list stand in for long: it would say that there is no warning.
        Assert.Equal(
            "max-age=50, stale-while-revalidate=60, stale-if-error=60",
            answer.Headers.GetValues("CDN-Cache-Control").Single()
        );
        Assert.Equal(0, after.GetProperty("alerts").GetArrayLength());
    }

    [Fact]
    public async Task Slow_feed_does_not_hold_the_forecast_up()
    {
        Task arrived = _feed.HoldNext();
        Task<JsonElement> asking = _api.GetJsonAsync(Marrakech, Cancel);
        await arrived;
        _time.Advance(TimeSpan.FromMilliseconds(600));
        JsonElement without = await asking;
        _feed.Release();
        JsonElement with = await _api.GetJsonUntilAsync(
            Marrakech,
            answer => answer.TryGetProperty("alerts", out _),
            Cancel
        );

        Assert.False(without.TryGetProperty("alerts", out _));
        Assert.Equal(1, with.GetProperty("alerts").GetArrayLength());
        Assert.Single(_feed.Requests);
    }

    [Fact]
    public async Task Restart_asks_the_feed_no_earlier_than_the_node_before_would_have()
    {
        string state = Directory.CreateTempSubdirectory("weather-alerts-").FullName;
        try
        {
            await using (RunningApi first = await StartAsync(state))
            {
                await first.GetJsonAsync($"{Marrakech},air", Cancel);
            }

            await using (RunningApi second = await StartAsync(state))
            {
                JsonElement answer = await second.GetJsonUntilAsync(
                    $"{Marrakech},air&lang=fr",
                    answer => answer.TryGetProperty("alerts", out _) && answer.TryGetProperty("air", out _),
                    Cancel
                );
                JsonElement alert = answer.GetProperty("alerts").EnumerateArray().Single();

                Assert.Equal("Fortes pluies", alert.GetProperty("event").GetString());
                Assert.Equal("orange", alert.GetProperty("level").GetString());
                Assert.Equal("https://www.marocmeteo.ma/", alert.GetProperty("href").GetString());
            }

            Assert.Single(_feed.Requests);
            Assert.Equal(1, _upstream.Air.Calls);
        }
        finally
        {
            Directory.Delete(state, recursive: true);
        }
    }

    private Task<RunningApi> StartAsync(string? state = null) =>
        RunningApi.StartAsync(
            _upstream,
            _time,
            stateDirectory: state,
            settings: ("Weather:Alerts:Feeds:MA", _feed.Address.AbsoluteUri)
        );
}
