using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Weather.HttpCache.Fetching;

namespace Weather.HttpCache.Serving;

/// <summary>
/// The only answers that are the cache's own: there is nothing to serve, and the origin did not bring it or was not asked (RFC 9457).
/// </summary>
internal static class GatewayError
{
    public static int StatusOf(FetchVerdict verdict) =>
        verdict == FetchVerdict.TimedOut
            ? StatusCodes.Status504GatewayTimeout
            : StatusCodes.Status502BadGateway;

    public static Task SendAsync(HttpContext http, int status, string cacheStatus, TimeSpan retryAfter)
    {
        HttpResponse response = http.Response;
        response.StatusCode = status;
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        response.Headers["Cache-Status"] = cacheStatus;
        response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(retryAfter.TotalSeconds))
            .ToString(CultureInfo.InvariantCulture);
        string title = ReasonPhrases.GetReasonPhrase(status);
        byte[] body = Encoding.UTF8.GetBytes($$"""{"title":"{{title}}","status":{{status}}}""");
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }
}
