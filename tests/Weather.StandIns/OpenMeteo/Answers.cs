using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Weather.StandIns.OpenMeteo;

/// <summary>What goes over the wire in each mode.</summary>
internal static class Answers
{
    private const string Json = "application/json; charset=utf-8";
    private static readonly byte[] LateFailure = Encoding.UTF8.GetBytes(
        "Unexpected error while streaming data: timeoutReached"
    );
    private static readonly byte[] Page = Encoding.UTF8.GetBytes(
        "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in to use this network.</body></html>"
    );

    /// <summary>The modes that are an error for any query.</summary>
    public static Refusal? Refusal(StandInMode mode) =>
        mode switch
        {
            StandInMode.Overloaded => new Refusal(503, "The service is overloaded"),
            StandInMode.MinutelyLimit => new Refusal(
                429,
                "Minutely API request limit exceeded. Please try again in one minute."
            ),
            // No recorded body of a 403 exists; clients must go by the status.
            StandInMode.Forbidden => new Refusal(403, "Forbidden"),
            StandInMode.ServerError => new Refusal(500, "Something went wrong."),
            StandInMode.NotCovered => new Refusal(400, "No data is available for this location"),
            StandInMode.BadRequest => new Refusal(400, "Invalid timezone"),
            _ => null,
        };

    public static Task RefuseAsync(HttpContext http, Refusal refusal)
    {
        http.Response.StatusCode = refusal.Status;
        http.Response.ContentType = Json;
        string reason = JsonSerializer.Serialize(refusal.Reason, ForecastBody.Text);
        return http.Response.WriteAsync($$"""{"error":true,"reason":{{reason}}}""", http.RequestAborted);
    }

    public static Task JsonAsync(HttpContext http, string json)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json, http.RequestAborted);
    }

    public static async Task SendAsync(
        HttpContext http,
        StandInMode mode,
        ForecastQuery query,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        http.Response.ContentType = mode is StandInMode.NotJson ? "text/html; charset=utf-8" : Json;
        byte[] body = mode switch
        {
            StandInMode.Poison => LateFailure,
            StandInMode.NotJson => Page,
            StandInMode.AllNull => ForecastBody.Write(query, today, empty: true),
            StandInMode.Unsettled => ForecastBody.Write(query, today, unsettled: true),
            StandInMode.WrongPlace => ForecastBody.Write(query.Exchanged(), today),
            _ => ForecastBody.Write(query, today),
        };
        switch (mode)
        {
            case StandInMode.CutOff:
                http.Response.ContentLength = body.Length;
                await WriteAsync(body.AsMemory(0, body.Length / 2));
                http.Abort();
                break;
            case StandInMode.HalfJson:
                await WriteAsync(body.AsMemory(0, body.Length / 2));
                await WriteAsync(LateFailure);
                break;
            case StandInMode.Huge:
                await WriteAsync("""{"latitude":0.0,"longitude":0.0,"hourly":{"time":["""u8.ToArray());
                byte[] more = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1700000000,", 6000)));
                while (!cancellationToken.IsCancellationRequested)
                {
                    await WriteAsync(more);
                }

                break;
            default:
                // Chunked, as Open-Meteo streams it: no length tells that a body is complete.
                await WriteAsync(body);
                break;
        }

        async Task WriteAsync(ReadOnlyMemory<byte> bytes)
        {
            await http.Response.Body.WriteAsync(bytes, cancellationToken);
            await http.Response.Body.FlushAsync(cancellationToken);
        }
    }
}
