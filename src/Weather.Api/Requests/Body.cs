using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Weather.Api.Requests;

/// <summary>
/// An answer as bytes with the strong entity tag of those bytes (RFC 9110 8.8.3), its freshness and its cache tags. Answers
/// <c>If-None-Match</c> with 304 and HEAD with headers.
/// </summary>
internal class Body(byte[] bytes, string contentType, Freshness freshness, string? cacheTags = null) : IResult
{
    private readonly EntityTagHeaderValue _entityTag = new(
        $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\""
    );

    public Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        freshness.Apply(response.Headers);
        response.Headers.ETag = _entityTag.ToString();
        if (cacheTags is not null)
        {
            response.Headers["Cache-Tag"] = cacheTags;
        }

        if (Matches(httpContext.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }

    private bool Matches(HttpRequest request)
    {
        if (request.Headers.IfNoneMatch.Count == 0)
        {
            return false;
        }

        IList<EntityTagHeaderValue> tags = new RequestHeaders(request.Headers).IfNoneMatch;
        // If-None-Match uses the weak comparison (RFC 9110 13.1.2).
        return tags.Any(tag =>
            tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(_entityTag, useStrongComparison: false)
        );
    }
}
