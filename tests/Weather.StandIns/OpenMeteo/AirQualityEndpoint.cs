using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Weather.StandIns.OpenMeteo;

/// <summary>
/// <c>/v1/air-quality</c> (open-meteo.com/en/docs/air-quality-api), on the same port: Open-Meteo's server answers both. The seventh
/// day is null, as there. Of the modes it knows those that say something of its own.
/// </summary>
public sealed class AirQualityEndpoint(TimeProvider time)
{
    public const string Path = "/v1/air-quality";
    private const int DaysWithValues = 6;
    private static readonly string[] Variables = ["european_aqi", "pm2_5", "pm10"];

    private readonly Gate _gate = new();
    private readonly ConcurrentQueue<string> _requests = new();

    /// <summary>How the requests from now on are answered.</summary>
    public StandInMode Mode { get; set; }

    /// <summary>The index of every hour; null for hours without one.</summary>
    public double? Index { get; set; } = 42;

    public int Calls => _requests.Count;

    /// <summary>Path and query of each request, in the order of arrival.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <returns>Completes when the next request has arrived and waits for <see cref="Release"/>.</returns>
    public Task HoldNext() => _gate.HoldNext();

    public void Release() => _gate.Release();

    internal async Task ServeAsync(HttpContext http, CancellationToken closing)
    {
        _requests.Enqueue(http.Request.GetEncodedPathAndQuery());
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, closing);
        try
        {
            await _gate.PassAsync(gone.Token);
            await AnswerAsync(http);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
    }

    private Task AnswerAsync(HttpContext http)
    {
        IQueryCollection query = http.Request.Query;
        string[] asked = query["hourly"].ToString().Split(',');
        if (Answers.Refusal(Mode) is { } refusal)
        {
            return Answers.RefuseAsync(http, refusal);
        }

        if (asked.Except(Variables, StringComparer.Ordinal).Any() || query["timeformat"] != "unixtime")
        {
            return Answers.RefuseAsync(http, new Refusal(501, "The stand-in does not speak this question."));
        }

        double latitude = double.Parse(query["latitude"].ToString(), CultureInfo.InvariantCulture);
        double longitude = double.Parse(query["longitude"].ToString(), CultureInfo.InvariantCulture);
        int days = int.Parse(query["forecast_days"].ToString(), CultureInfo.InvariantCulture);
        http.Response.ContentType = "application/json; charset=utf-8";
        byte[] body = Mode switch
        {
            StandInMode.Poison => "Unexpected error while streaming data: timeoutReached"u8.ToArray(),
            StandInMode.WrongPlace => Body(longitude, latitude, days),
            _ => Body(latitude, longitude, days),
        };
        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    private byte[] Body(double latitude, double longitude, int days)
    {
        long start = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).ToUnixTimeSeconds();
        int[] hours = [.. Enumerable.Range(0, days * 24)];
        return Encoding.UTF8.GetBytes(
            JsonSerializer.Serialize(
                new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["latitude"] = Math.Round(latitude, 1),
                    ["longitude"] = Math.Round(longitude, 1),
                    ["utc_offset_seconds"] = 0,
                    ["timezone"] = "GMT",
                    ["hourly_units"] = new
                    {
                        time = "unixtime",
                        european_aqi = "EAQI",
                        pm2_5 = "μg/m³",
                        pm10 = "μg/m³",
                    },
                    ["hourly"] = new
                    {
                        time = hours.Select(k => start + (k * 3600L)),
                        european_aqi = hours.Select(k => Value(k, Index)),
                        pm2_5 = hours.Select(k => Value(k, 8.3)),
                        pm10 = hours.Select(k => Value(k, 21.7)),
                    },
                }
            )
        );
    }

    private double? Value(int hour, double? value) =>
        Mode is StandInMode.AllNull || hour >= DaysWithValues * 24 ? null : value;
}
