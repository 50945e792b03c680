using System.Globalization;
using System.Text.Json.Nodes;

namespace Weather.Browser.Tests;

/// <summary>A forecast in the shape of the API's, with frost in it, and as old or as poor as its name says.</summary>
internal static class CannedForecast
{
    private const int Hours = 48;
    private const int Days = 7;
    private static readonly string[] Skies =
    [
        "snow-3",
        "rain-showers-thunder-2",
        "partly_cloudy",
        "clear",
        "fog-freezing",
        "dust",
        "rain-1",
    ];

    public static JsonObject Place(string name, string lang)
    {
        bool arabic = lang.StartsWith("ar", StringComparison.Ordinal);
        return new JsonObject
        {
            ["id"] = Math.Abs(name.GetHashCode(StringComparison.Ordinal) % 100_000),
            ["name"] = arabic && name == "Ifrane" ? "إفران" : name,
            ["admin"] = "Fès-Meknès",
            ["country"] = arabic ? "المغرب" : "Maroc",
        };
    }

    /// <param name="city">A name, and after each + what is special: stale, sample, alert, holes, cold.</param>
    public static JsonObject Make(string city, string lang)
    {
        string[] parts = city.Split('+');
        bool Has(string special) => parts.Contains(special, StringComparer.Ordinal);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        DateTimeOffset hour = new(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        JsonObject place = Place(parts[0], lang);
        place["offsets"] = new JsonArray(new JsonArray(now.ToUnixTimeSeconds() - 86_400, 0));
        DateTimeOffset fetched = Has("stale") ? now.AddHours(-5.5) : now.AddMinutes(-7.5);
        var forecast = new JsonObject
        {
            ["place"] = place,
            ["lang"] = Language(lang),
            ["hourly"] = new JsonObject
            {
                ["start"] = hour.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture),
                ["sky"] = Column(Hours, k => Skies[k / 12]),
                ["night"] = Column(Hours, k => k % 24 > 12 ? 1 : 0),
                ["temp"] = Column(
                    Hours,
                    k => Has("holes") && k % 3 == 0 ? null : (Has("cold") ? -24 : -3.2) + (k % 24 * 0.4)
                ),
                ["feels"] = Column(Hours, _ => -8.4),
                ["rain"] = Column(Hours, k => k % 5 == 0 ? 1.2 : 0),
                ["pop"] = Column(Hours, k => (k * 7 + 35) % 100),
                ["humidity"] = Column(Hours, _ => 60),
                ["dew"] = Column(Hours, _ => -6.1),
                ["wind"] = Column(Hours, _ => 4.2),
                ["direction"] = Column(Hours, _ => 320),
                ["pressure"] = Column(Hours, _ => 1017.2),
                ["uv"] = Column(Hours, _ => 3.4),
                ["visibility"] = Has("holes") ? null : Column(Hours, _ => 24_140),
            },
            ["daily"] = new JsonObject
            {
                ["start"] = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["sky"] = Column(Days, k => Skies[k]),
                ["min"] = Column(Days, k => -12.2 + k),
                ["max"] = Column(Days, k => Has("holes") && k == 1 ? null : -4.4 + k),
                ["pop"] = Column(Days, k => 80 - (k * 5)),
                ["sunrise"] = Column(Days, _ => 423),
                ["sunset"] = Column(Days, _ => 1049),
                ["moon"] = Column(Days, k => 0.45 + (k * 0.03)),
            },
            ["source"] = new JsonObject
            {
                ["provider"] = Has("sample") ? "sample" : "open-meteo",
                ["fetchedAt"] = fetched.ToString("O", CultureInfo.InvariantCulture),
                ["expiresAt"] = fetched.AddHours(1).ToString("O", CultureInfo.InvariantCulture),
                ["stale"] = Has("stale"),
                ["text"] = "Weather data by Open-Meteo.com",
                ["href"] = "https://open-meteo.com/",
                ["licence"] = "CC BY 4.0",
            },
        };
        if (Has("alert"))
        {
            forecast["alerts"] = new JsonArray(
                new JsonObject
                {
                    ["event"] = "Neige",
                    ["level"] = "orange",
                    ["until"] = now.AddHours(5).ToString("O", CultureInfo.InvariantCulture),
                    ["href"] = "https://example.org/",
                },
                new JsonObject { ["event"] = "watch only", ["level"] = "green" }
            );
            forecast["air"] = new JsonObject { ["value"] = 42, ["level"] = 2 };
        }

        return forecast;
    }

    private static string Language(string wanted) =>
        wanted.Split('-')[0] switch
        {
            "ar" => "ar-MA",
            "fr" => "fr",
            _ => "en",
        };

    private static JsonArray Column(int length, Func<int, JsonNode?> value) =>
        new([.. Enumerable.Range(0, length).Select(value)]);
}
