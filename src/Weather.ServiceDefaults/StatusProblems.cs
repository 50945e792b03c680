using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Weather.ServiceDefaults;

/// <summary>
/// An error that nobody gave a body becomes problem+json (RFC 9457) with its status and nothing else: no stack trace, no detail. Not
/// cacheable, because nobody said that it may be kept.
/// </summary>
public static class StatusProblems
{
    public static void UseStatusProblems(this IApplicationBuilder app) =>
        app.UseStatusCodePages(context => WriteAsync(context.HttpContext));

    public static Task WriteAsync(HttpContext http)
    {
        HttpResponse response = http.Response;
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        byte[] body = Body(response.StatusCode);
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    private static byte[] Body(int status)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("title", ReasonPhrases.GetReasonPhrase(status));
            json.WriteNumber("status", status);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
