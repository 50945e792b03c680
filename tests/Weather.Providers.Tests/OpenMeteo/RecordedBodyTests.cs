using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Weather.Model;
using Xunit;

namespace Weather.Providers.Tests.OpenMeteo;

/// <summary>
/// Real answers, recorded by others, through the adapter over a socket. They lie beside the checkout where they may be; the project
/// neither has nor needs them.
/// </summary>
public sealed class RecordedBodyTests
{
    private const string Values = "values";

    /// <summary>Per body: its status, where and when it was asked for, and values or the refusal that it must give.</summary>
    public static TheoryData<string, int, double, double, string, string> Bodies =>
        new()
        {
            { "forecast-linecast-toronto-192h", 200, 43.7, -79.4, "2026-03-05T21:00-05", Values },
            { "forecast-mm-munich-current-weather-legacy", 200, 48.14, 11.58, "2026-02-07T16:15+01", Values },
            { "forecast-mm-newyork-current-hourly-daily", 200, 40.78, -73.97, "2026-02-06T16:30-05", Values },
            { "forecast-vinea-adelaide-72h", 200, -34.76, 138.64, "2026-07-16T00:00+09", Values },
            // Conditions only, of one model and of two.
            { "forecast-vcr-general", 200, 52.52, 13.41, "2023-11-13T10:45+00", Values },
            { "forecast-vcr-general-more-models", 200, 52.52, 13.41, "2023-11-13T10:45+00", Values },
            // Days and no hours.
            { "forecast-kathmandu-0545", 200, 27.7, 85.3, "2026-08-17T10:30+05", Values },
            { "forecast-farma-small", 200, 50.08, 14.42, "2026-05-21T10:00+02", Values },
            {
                "airquality-kathmandu-0545",
                200,
                27.7,
                85.3,
                "2026-08-17T10:30+05",
                nameof(RefusalKind.Poisoned)
            },
            {
                "geocoding-vcr-hollywood-10",
                200,
                26.0,
                -80.1,
                "2025-04-06T11:27+00",
                nameof(RefusalKind.Poisoned)
            },
            {
                "error-400-bad-hourly-name",
                400,
                48.1,
                11.6,
                "2026-01-01T00:00+00",
                nameof(RefusalKind.ContractBroken)
            },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Recorded_body_gives_what_the_list_says(
        string name,
        int status,
        double latitude,
        double longitude,
        string now,
        string expected
    )
    {
        ProviderResult result = await ReplayAsync(name, status, GeoPoint.Create(latitude, longitude), now);

        Assert.Equal(expected, result is ProviderResult.Refused refused ? refused.Kind.ToString() : Values);
        if (result is ProviderResult.Success { Forecast: { } forecast })
        {
            Assert.True(forecast.Hours.Count >= 24);
            Assert.Contains(
                forecast.Hours,
                hour =>
                    hour.Temperature is not null
                    || hour.TemperatureMaximum is not null
                    || hour.Condition is not null
            );
        }
    }

    [Fact]
    public void Every_recorded_body_of_Open_Meteo_is_in_the_list()
    {
        string folder = Folder();
        string[] names =
        [
            .. Directory
                .EnumerateFiles(folder, "*.json")
                .Where(file => !file.EndsWith(".headers.json", StringComparison.Ordinal))
                .Select(file => Path.GetFileNameWithoutExtension(file)!),
        ];

        Assert.Equal(
            names.Order(StringComparer.Ordinal),
            Bodies.Select(row => row.Data.Item1).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Toronto_has_23_hours_on_the_day_the_clock_changes_and_the_sun_rises_an_hour_later_after_it()
    {
        GeoPoint toronto = GeoPoint.Create(43.70011, -79.4163);
        DateTimeZone zone = DateTimeZoneProviders.Tzdb["America/Toronto"];
        ProviderResult result = await ReplayAsync(
            "forecast-linecast-toronto-192h",
            200,
            toronto,
            "2026-03-05T21:00-05"
        );

        Forecast forecast = Assert.IsType<ProviderResult.Success>(result).Forecast;
        IReadOnlyList<Day> days = DayCutter.Cut(forecast, zone, toronto);
        Day change = days.Single(day => day.Date == new LocalDate(2026, 3, 8));
        Day after = days.Single(day => day.Date == new LocalDate(2026, 3, 9));
        LocalTime sunrise = after.Sun.Sunrise!.Value.InZone(zone).TimeOfDay;

        Assert.Equal(23, change.Length);
        Assert.Equal("07:39", sunrise.ToString("HH:mm", CultureInfo.InvariantCulture));
        // The first label, 2026-03-04T00:00 at -05:00, says 32.0 °F and 4.0 mph.
        Assert.Equal(Instant.FromUtc(2026, 3, 4, 5, 0), forecast.Start);
        Assert.Equal(0.0, forecast.Hours[0].Temperature!.Value, 6);
        Assert.Equal(1.78816, forecast.Hours[0].WindSpeed!.Value, 5);
    }

    [Fact]
    public async Task Every_recorded_forecast_cut_at_any_byte_is_refused()
    {
        foreach (string file in Directory.EnumerateFiles(Folder(), "forecast-*.json"))
        {
            if (file.EndsWith(".headers.json", StringComparison.Ordinal))
            {
                continue;
            }

            byte[] body = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            int whole = Encoding.UTF8.GetString(body).TrimEnd().Length;
            for (int length = 0; length < whole - 1; length += 7)
            {
                Assert.IsType<ProviderResult.Refused>(Reading.Bytes(body.AsMemory(0, length)));
            }
        }
    }

    private static async Task<ProviderResult> ReplayAsync(string name, int status, GeoPoint point, string now)
    {
        byte[] body = await File.ReadAllBytesAsync(
            Path.Combine(Folder(), $"{name}.json"),
            TestContext.Current.CancellationToken
        );
        await using BodyServer upstream = await BodyServer.StartAsync(status, body);
        var time = new FakeTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        await using RunningProviders providers = RunningProviders.Create(upstream.BaseAddress, time);
        return await providers.Chain.GetAsync(
            new ForecastRequest(point),
            TestContext.Current.CancellationToken
        );
    }

    private static string Folder()
    {
        for (
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            string recorded = Path.Combine(folder.FullName, "shared", "fixtures", "open-meteo");
            if (Directory.Exists(recorded))
            {
                return recorded;
            }
        }

        Assert.Skip("The folder shared/fixtures with recorded answers is not beside the checkout.");
        return "";
    }
}
