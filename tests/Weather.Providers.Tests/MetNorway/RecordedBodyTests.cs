using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Weather.Model;
using Xunit;

namespace Weather.Providers.Tests.MetNorway;

/// <summary>Real answers of MET Norway through the adapter over a socket.</summary>
public sealed class RecordedBodyTests
{
    private const string Values = "values";

    /// <summary>Per body: where and when it was asked for, and values or the refusal that it must give.</summary>
    public static TheoryData<string, double, double, string, string> Bodies =>
        new()
        {
            { "locationforecast-kde-berlin-complete", 53.5, 13, "2022-08-02T16:20Z", Values },
            {
                "locationforecast-rory-lat40.7lon-74.0altitude10-compact",
                40.7,
                -74,
                "2020-07-20T11:44Z",
                Values
            },
            // Two hours in steps of minutes, and warnings: no forecast of ours.
            { "nowcast-forti-radar-unavailable", 60, 11, "2021-02-02T12:50Z", nameof(RefusalKind.Poisoned) },
            { "metalerts-current-29-features", 60, 11, "2026-03-07T12:00Z", nameof(RefusalKind.Poisoned) },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Recorded_body_gives_what_the_list_says(
        string name,
        double latitude,
        double longitude,
        string now,
        string expected
    )
    {
        ProviderResult result = await ReplayAsync(name, GeoPoint.Create(latitude, longitude), now);

        Assert.Equal(expected, result is ProviderResult.Refused refused ? refused.Kind.ToString() : Values);
    }

    [Fact]
    public void Every_recorded_body_of_MET_Norway_is_in_the_list() =>
        Assert.Equal(
            Files().Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal),
            Bodies.Select(row => row.Data.Item1).Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task Berlin_has_ten_days_with_extremes_and_its_hourly_and_six_hourly_values()
    {
        GeoPoint point = GeoPoint.Create(53.5, 13);
        Forecast forecast = Assert
            .IsType<ProviderResult.Success>(
                await ReplayAsync("locationforecast-kde-berlin-complete", point, "2022-08-02T16:20Z")
            )
            .Forecast;
        IReadOnlyList<Day> days = DayCutter.Cut(forecast, DateTimeZoneProviders.Tzdb["Europe/Berlin"], point);

        Assert.Equal(Instant.FromUtc(2022, 8, 2, 16, 0), forecast.Start);
        Assert.Equal((9 * 24) + 3, forecast.Hours.Count);
        // 2022-08-05T06:00Z: 2.7 mm in six hours, 19.5 to 22.1 °C.
        Hour wet = forecast.Hours[(2 * 24) + 14 + 2];
        Assert.Equal(2.7 / 6, wet.Precipitation!.Value, 9);
        Assert.Equal(22.1, wet.TemperatureMaximum);
        Assert.Null(wet.Temperature);
        // The first day is known from 18:00 local time on: its maximum has passed unknown.
        Assert.Null(days[0].TemperatureMaximum);
        Assert.All(days.Skip(1), day => Assert.NotNull(day.TemperatureMaximum));
        Assert.Equal(10, days.Count);
        // The step 18–24 UTC of 5 August says 14.7 °C, and ends at 02:00 of the next local day: it may be that day's.
        Assert.Equal(new LocalDate(2022, 8, 5), days[3].Date);
        Assert.Equal(19.0, days[3].TemperatureMinimum);
        // And the next day, whose first two hours it holds, does not get its evening's 19.4 °C, but the 21.0 °C of its own noon.
        Assert.Equal(21.0, days[4].TemperatureMaximum);
        Assert.Equal(12.7, days[4].TemperatureMinimum);
    }

    [Fact]
    public async Task New_York_in_the_compact_form_has_days_as_far_as_its_hours_go()
    {
        GeoPoint point = GeoPoint.Create(40.7, -74);
        Forecast forecast = Assert
            .IsType<ProviderResult.Success>(
                await ReplayAsync(
                    "locationforecast-rory-lat40.7lon-74.0altitude10-compact",
                    point,
                    "2020-07-20T11:44Z"
                )
            )
            .Forecast;

        Assert.Equal(26.5, forecast.Hours[0].Temperature);
        Assert.Equal(81.3, forecast.Hours[0].Humidity);
        Assert.NotNull(forecast.Hours[0].DewPoint);
        Assert.Null(forecast.Hours[0].WindGust);
        Assert.Equal(2, DayCutter.Cut(forecast, DateTimeZoneProviders.Tzdb["America/New_York"], point).Count);
    }

    [Fact]
    public async Task Every_recorded_body_cut_at_every_byte_is_refused()
    {
        foreach (string file in Files())
        {
            byte[] body = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            int whole = Encoding.UTF8.GetString(body).TrimEnd().Length;
            for (int length = 0; length < whole - 1; length++)
            {
                Assert.IsType<ProviderResult.Refused>(MetReading.Bytes(body.AsMemory(0, length)));
            }
        }
    }

    [Fact]
    public async Task Every_recorded_body_with_any_number_swapped_or_key_dropped_gives_a_result()
    {
        int damaged = 0;
        foreach (var (name, latitude, longitude, now, _) in Bodies.Select(row => row.Data))
        {
            string json = await File.ReadAllTextAsync(
                Path.Combine(RecordedFolder.Find("met"), $"{name}.json"),
                TestContext.Current.CancellationToken
            );
            GeoPoint point = GeoPoint.Create(latitude, longitude);
            Instant at = Instant.FromDateTimeOffset(DateTimeOffset.Parse(now));
            IEnumerable<string> bodies = new[] { "null", "\"text\"", "1e999" }
                .SelectMany(other => Damage.NumbersSwapped(json, other))
                .Concat(Damage.KeysDropped(json));
            foreach (string body in bodies)
            {
                Assert.NotNull(MetReading.Json(body, point, at));
                damaged++;
            }
        }

        Assert.True(damaged > 10_000);
    }

    private static IEnumerable<string> Files() =>
        Directory
            .EnumerateFiles(RecordedFolder.Find("met"), "*.json")
            .Where(file => !file.EndsWith(".headers.json", StringComparison.Ordinal));

    private static async Task<ProviderResult> ReplayAsync(string name, GeoPoint point, string now)
    {
        byte[] body = await File.ReadAllBytesAsync(
            Path.Combine(RecordedFolder.Find("met"), $"{name}.json"),
            TestContext.Current.CancellationToken
        );
        await using BodyServer upstream = await BodyServer.StartAsync(200, body);
        var time = new FakeTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        await using RunningProviders providers = RunningProviders.CreateMetNorway(upstream.BaseAddress, time);
        return await providers.Chain.GetAsync(
            new ForecastRequest(point),
            TestContext.Current.CancellationToken
        );
    }
}
