using System.Text.Json;
using Weather.StandIns;
using Xunit;

namespace Weather.Edge.Tests.RealApi;

/// <summary>
/// What the element loads of a forecast, as it goes over the wire, where it is largest: weather that is another every hour, air
/// quality, and names that many places have.
/// </summary>
public sealed class ForecastSizeTests : IAsyncLifetime
{
    /// <summary>Brotli, bytes.</summary>
    private const int Limit = 1500;
    private readonly EdgeAndApi _pair = new(new DateTimeOffset(2026, 11, 24, 12, 10, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _pair.InitializeAsync();
        _pair.Upstream.Mode = StandInMode.Unsettled;
    }

    public ValueTask DisposeAsync() => _pair.DisposeAsync();

    [Theory]
    [InlineData("Marrakech", "ar-MA", 0)]
    [InlineData("Paris", "fr", 5)]
    [InlineData("San Antonio", "en", 5)]
    [InlineData("London", "en", 5)]
    [InlineData("London", "ar", 5)]
    public async Task Forecast_of_a_name_with_its_air_and_namesakes_is_small_as_it_is_sent(
        string city,
        string lang,
        int alternatives
    )
    {
        string path =
            $"/v1/forecast?city={Uri.EscapeDataString(city)}&lang={lang}&days=7&hours=48&include=alerts,air";
        byte[] plain = await AirAsync(path);
        byte[] sent = await BrotliAnswer.AskAsync(_pair.Edge, path, Cancel);

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{city}, {lang}: {plain.Length} B, sent as {sent.Length} B of {Limit}"
        );
        using JsonDocument forecast = JsonDocument.Parse(plain);
        JsonElement root = forecast.RootElement;
        Assert.Equal(
            alternatives,
            root.TryGetProperty("alternatives", out JsonElement others) ? others.GetArrayLength() : 0
        );
        Assert.InRange(sent.Length, 1, Limit);
    }

    /// <summary>Asks the API until it has the air, which it does not wait for long; only then is the edge asked, which keeps what it gets.</summary>
    private async Task<byte[]> AirAsync(string path)
    {
        while (true)
        {
            byte[] body = await _pair.Api.GetByteArrayAsync(path, Cancel);
            using JsonDocument forecast = JsonDocument.Parse(body);
            if (forecast.RootElement.TryGetProperty("air", out _))
            {
                return body;
            }
        }
    }
}
