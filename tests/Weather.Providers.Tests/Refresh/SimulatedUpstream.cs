using System.Globalization;
using System.Net;
using System.Text;
using Weather.Providers.OpenMeteo;
using Weather.Providers.Refresh;
using Weather.StandIns.OpenMeteo;

namespace Weather.Providers.Tests.Refresh;

/// <summary>Open-Meteo in fake time, without a wire: its limiter, and its models' runs with their delays.</summary>
internal sealed class SimulatedUpstream(TimeProvider time) : IOpenMeteoApi, IOpenMeteoMetadataApi
{
    /// <summary>How often each model runs, and after how long its run is available.</summary>
    private static readonly Dictionary<string, (int Interval, int Delay)> Runs = new(StringComparer.Ordinal)
    {
        ["dwd_icon"] = (21_600, 13_200),
        ["dwd_icon_eu"] = (10_800, 12_000),
        ["ecmwf_ifs"] = (21_600, 25_200),
        ["ncep_gfs013"] = (21_600, 17_400),
    };

    // Its task runs 40 s after the full minute.
    private readonly RateLimiter _limiter = new(lag: TimeSpan.FromSeconds(40));

    public int Answered { get; private set; }

    public int TooMany { get; private set; }

    public int MetadataCalls { get; private set; }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public Task<HttpResponseMessage> GetForecastAsync(
        string latitude,
        string longitude,
        string hourly,
        int pastDays,
        int forecastDays,
        CancellationToken cancellationToken
    )
    {
        if (_limiter.Enter(Now) is { } reason)
        {
            TooMany++;
            return Answer(HttpStatusCode.TooManyRequests, $$"""{"error":true,"reason":"{{reason}}"}""");
        }

        double weight = OpenMeteoWeight.Of(hourly.Split(',').Length, pastDays + forecastDays);
        _limiter.Leave(Now, (float)weight);
        Answered++;
        long hour = Now / 3_600_000 * 3_600;
        return Answer(
            HttpStatusCode.OK,
            string.Create(
                CultureInfo.InvariantCulture,
                $$$"""
                {"latitude":{{{latitude}}},"longitude":{{{longitude}}},"utc_offset_seconds":0,
                 "hourly_units":{"time":"unixtime","temperature_2m":"°C"},
                 "hourly":{"time":[{{{hour}}},{{{hour + 3_600}}},{{{hour
                    + 7_200}}}],"temperature_2m":[10,11,12]}}
                """
            )
        );
    }

    public Task<HttpResponseMessage> GetModelAsync(string model, CancellationToken cancellationToken)
    {
        MetadataCalls++;
        (int interval, int delay) = Runs[model];
        long now = Now / 1_000;
        long run = now / interval * interval;
        while (AvailableAt(run) > now)
        {
            run -= interval;
        }

        return Answer(HttpStatusCode.OK, new ModelMetadata(run, AvailableAt(run), interval).ToJson());

        // Up to 25 minutes late, and each run differently.
        long AvailableAt(long start) => start + delay + (start / 3_600 * 7_919 % 1_500);
    }

    private static Task<HttpResponseMessage> Answer(HttpStatusCode status, string json) =>
        Task.FromResult(
            new HttpResponseMessage(status)
            {
                Content = new StringContent(json, Encoding.UTF8, "application/json"),
            }
        );
}
