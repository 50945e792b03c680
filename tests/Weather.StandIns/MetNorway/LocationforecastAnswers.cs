using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Weather.StandIns.MetNorway;

/// <summary>What goes over the wire in each mode: HTML for 400, plain text for other errors, JSON otherwise, gzip where accepted.</summary>
internal static class LocationforecastAnswers
{
    private const string Page =
        "<!DOCTYPE html><html><head><title>400 Bad Request</title></head><body>Bad Request</body></html>";

    public static async Task AnswerAsync(
        HttpContext http,
        MetNorwayStandIn standIn,
        StandInMode mode,
        CancellationToken cancellationToken
    )
    {
        if (mode is StandInMode.Redirect && standIn is { RedirectTo: { } target, Calls: 1 })
        {
            http.Response.StatusCode = 302;
            http.Response.Headers.Location = target.IsAbsoluteUri
                ? target.AbsoluteUri
                : target.OriginalString;
            return;
        }

        if (Refusal(http, mode, out LocationforecastQuery query) is { } status)
        {
            await RefuseAsync(http, status, cancellationToken);
            return;
        }

        DateTimeOffset now = standIn.Time.GetUtcNow();
        http.Response.Headers.Date = now.ToString("R");
        http.Response.Headers.LastModified = standIn.LastModified;
        http.Response.Headers.Expires = standIn.Expires ?? (now + standIn.FreshFor).ToString("R");
        http.Response.Headers.Vary = "Accept, Accept-Encoding";
        if (mode is StandInMode.Normal && http.Request.Headers.IfModifiedSince == standIn.LastModified)
        {
            http.Response.StatusCode = 304;
            return;
        }

        http.Response.StatusCode = mode is StandInMode.Deprecated ? 203 : 200;
        http.Response.ContentType = mode is StandInMode.NotJson ? "text/html" : "application/json";
        byte[] body = mode switch
        {
            StandInMode.Poison => Encoding.UTF8.GetBytes("service unavailable"),
            StandInMode.NotJson => Encoding.UTF8.GetBytes(Page),
            _ => LocationforecastBody.Write(
                mode is StandInMode.WrongPlace ? query.Exchanged() : query,
                standIn.PublishedAt,
                now,
                empty: mode is StandInMode.AllNull,
                nothing: mode is StandInMode.NoData
            ),
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
                break;
            case StandInMode.Huge:
                byte[] more = Encoding.UTF8.GetBytes("[" + new string('1', 64 * 1024));
                while (!cancellationToken.IsCancellationRequested)
                {
                    await WriteAsync(more);
                }

                break;
            case var _
                when http
                    .Request.Headers.AcceptEncoding.ToString()
                    .Contains("gzip", StringComparison.Ordinal):
                http.Response.Headers.ContentEncoding = "gzip";
                await WriteAsync(Compressed(body));
                break;
            default:
                await WriteAsync(body);
                break;
        }

        async Task WriteAsync(ReadOnlyMemory<byte> bytes)
        {
            await http.Response.Body.WriteAsync(bytes, cancellationToken);
            await http.Response.Body.FlushAsync(cancellationToken);
        }
    }

    private static int? Refusal(HttpContext http, StandInMode mode, out LocationforecastQuery query)
    {
        query = default;
        if (http.Request.Path != MetNorwayStandIn.Path)
        {
            return 404;
        }

        if (!HttpMethods.IsGet(http.Request.Method))
        {
            return 405;
        }

        string agent = http.Request.Headers.UserAgent.ToString();
        if (
            !agent.Contains('@', StringComparison.Ordinal) && !agent.Contains("://", StringComparison.Ordinal)
        )
        {
            return 403;
        }

        return mode switch
        {
            StandInMode.Overloaded => 503,
            StandInMode.MinutelyLimit => 429,
            StandInMode.Forbidden => 403,
            StandInMode.ServerError => 500,
            StandInMode.NotCovered => 422,
            StandInMode.BadRequest => 400,
            _ => LocationforecastQuery.Read(http.Request.Query, out query),
        };
    }

    private static Task RefuseAsync(HttpContext http, int status, CancellationToken cancellationToken)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = status == 400 ? "text/html" : "text/plain";
        string text = status switch
        {
            400 => Page,
            422 => "Outside of coverage area",
            503 => "service unavailable",
            _ => "",
        };
        return http.Response.WriteAsync(text, cancellationToken);
    }

    private static byte[] Compressed(byte[] body)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return buffer.ToArray();
    }
}
