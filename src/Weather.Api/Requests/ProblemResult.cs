using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Weather.Api.Requests;

/// <summary>A problem with the cache policy that belongs to it.</summary>
internal sealed record ProblemResult(ProblemDetails Problem, string CacheControl, TimeSpan? RetryAfter = null)
    : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.StatusCode = Problem.Status!.Value;
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = CacheControl;
        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))
                .ToString(CultureInfo.InvariantCulture);
        }

        byte[] body = JsonSerializer.SerializeToUtf8Bytes(Problem, ApiJson.Wire.ProblemDetails);
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
