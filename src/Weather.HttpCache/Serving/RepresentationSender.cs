using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Weather.HttpCache.Semantics;
using Weather.HttpCache.Store;

namespace Weather.HttpCache.Serving;

/// <summary>
/// Writes an answer to a client: whole, a part, without body for HEAD, or 304; in the best coding that is ready and taken.
/// </summary>
internal static class RepresentationSender
{
    /// <param name="http">The client's request.</param>
    /// <param name="content">What to send.</param>
    /// <param name="age">Its age when it comes from the store (RFC 9111 5.1); null when it was fetched for this request.</param>
    /// <param name="cacheStatus">Our member of Cache-Status.</param>
    public static Task SendAsync(
        HttpContext http,
        in Representation content,
        TimeSpan? age,
        string cacheStatus
    )
    {
        HttpResponse response = http.Response;
        IHeaderDictionary headers = response.Headers;
        Message message = content.Message;
        response.StatusCode = message.Status;
        foreach (HeaderField field in message.Fields.All)
        {
            if (!field.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                headers[field.Name] = field.Lines;
            }
        }

        if (age is { } passed)
        {
            headers.Age = CacheStatus.Seconds(passed);
        }

        headers[CacheStatusField] = StringValues.Concat(message.Fields.Lines(CacheStatusField), cacheStatus);
        HttpRequest request = http.Request;
        if (
            !StringValues.IsNullOrEmpty(request.Headers.Range)
            && HttpMethods.IsGet(request.Method)
            && !NotModified(request, message)
            && TryPart(request, content, out ByteRange? part)
        )
        {
            return SendPartAsync(http, content.Body.Identity, part);
        }

        (ReadOnlyMemory<byte> bytes, string? coding) = Choose(content.Body, request.Headers.AcceptEncoding);
        if (coding is not null && message.Fields.Single("ETag") is { } tag)
        {
            headers.ETag = EntityTag.WithCoding(tag, coding);
        }

        if (NotModified(request, message))
        {
            return SendNotModified(response);
        }

        if (coding is not null)
        {
            headers.ContentEncoding = coding;
        }

        bool isHead = HttpMethods.IsHead(request.Method);
        if (!Semantics.StatusCodes.HasNoContent(message.Status))
        {
            // A HEAD that went to the origin brought the length and no body.
            headers.ContentLength =
                isHead && bytes.Length == 0 && Declared(message) is { } declared ? declared : bytes.Length;
        }

        return isHead || bytes.Length == 0
            ? Task.CompletedTask
            : response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    private const string CacheStatusField = "Cache-Status";

    private static bool NotModified(HttpRequest request, Message message) =>
        (
            !StringValues.IsNullOrEmpty(request.Headers.IfNoneMatch)
            || !StringValues.IsNullOrEmpty(request.Headers.IfModifiedSince)
        )
        && Preconditions.NotModified(
            message,
            request.Headers.IfNoneMatch.ToArray()!,
            request.Headers.IfModifiedSince.ToArray()!
        );

    private static bool TryPart(HttpRequest request, in Representation content, out ByteRange? part)
    {
        part = null;
        return content.Message.Status == 200
            && Preconditions.RangeApplies(content.Message, request.Headers.IfRange)
            && ByteRange.TryRead(request.Headers.Range, content.Body.Length, out part);
    }

    private static long? Declared(Message message) =>
        long.TryParse(
            message.Fields.Single("Content-Length"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out long length
        )
            ? length
            : null;

    private static Task SendPartAsync(HttpContext http, ReadOnlyMemory<byte> whole, ByteRange? part)
    {
        IHeaderDictionary headers = http.Response.Headers;
        long total = whole.Length;
        if (part is not { } range)
        {
            http.Response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status416RangeNotSatisfiable;
            headers.ContentRange = $"bytes */{total}";
            headers.ContentLength = 0;
            return Task.CompletedTask;
        }

        http.Response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status206PartialContent;
        headers.ContentRange = range.ContentRange(total);
        headers.ContentLength = range.Length;
        return http
            .Response.Body.WriteAsync(whole.Slice((int)range.First, (int)range.Length), http.RequestAborted)
            .AsTask();
    }

    /// <summary>RFC 9110 15.4.5: no description of content that is not sent.</summary>
    private static Task SendNotModified(HttpResponse response)
    {
        response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status304NotModified;
        IHeaderDictionary headers = response.Headers;
        headers.Remove("Content-Type");
        headers.Remove("Content-Encoding");
        headers.Remove("Content-Language");
        headers.Remove("Content-Range");
        headers.Remove("Content-MD5");
        return Task.CompletedTask;
    }

    private static (ReadOnlyMemory<byte> Bytes, string? Coding) Choose(
        in Body body,
        StringValues acceptEncoding
    )
    {
        if (!body.IsCoded)
        {
            return (body.Identity, null);
        }

        AcceptedCodings accepted = AcceptedByClients.Of(acceptEncoding);
        return accepted.HasFlag(AcceptedCodings.Brotli) && body.Brotli is { IsEmpty: false } brotli
                ? (brotli, "br")
            : accepted.HasFlag(AcceptedCodings.Gzip) && body.Gzip is { IsEmpty: false } gzip ? (gzip, "gzip")
            : (body.Identity, null);
    }
}
