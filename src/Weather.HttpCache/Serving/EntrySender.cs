using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Weather.HttpCache.Semantics;
using Weather.HttpCache.Store;

namespace Weather.HttpCache.Serving;

/// <summary>
/// Writes an entry to a client: whole, a part, without body for HEAD, or 304; in the best coding that is ready and taken.
/// </summary>
internal static class EntrySender
{
    /// <param name="http">The client's request.</param>
    /// <param name="entry">What to send.</param>
    /// <param name="age">Its age when it comes from the store (RFC 9111 5.1); null when it was fetched for this request.</param>
    /// <param name="cacheStatus">Our member of Cache-Status.</param>
    public static Task SendAsync(HttpContext http, CacheEntry entry, TimeSpan? age, string cacheStatus)
    {
        HttpResponse response = http.Response;
        IHeaderDictionary headers = response.Headers;
        Message message = entry.Message;
        response.StatusCode = message.Status;
        foreach ((string name, StringValues lines) in entry.Fields.Common.Span)
        {
            headers[name] = lines;
        }

        headers.Age = age is { } passed ? ServedFields.Seconds(passed) : message.Fields.Lines("Age");
        headers[CacheStatusField] = StringValues.Concat(entry.Fields.UpstreamStatus, cacheStatus);
        HttpRequest request = http.Request;
        if (
            !StringValues.IsNullOrEmpty(request.Headers.Range)
            && HttpMethods.IsGet(request.Method)
            && !NotModified(request, message)
            && TryPart(request, entry, out ByteRange? part)
        )
        {
            return SendPartAsync(http, entry, part);
        }

        (byte[] bytes, string? coding, string? tag) = Choose(entry, request.Headers.AcceptEncoding);
        if (tag is not null)
        {
            headers.ETag = tag;
        }

        if (NotModified(request, message))
        {
            return SendNotModified(response);
        }

        if (coding is not null)
        {
            headers.ContentEncoding = coding;
        }

        if (!Semantics.StatusCodes.HasNoContent(message.Status))
        {
            // A HEAD that went to the origin brought the length and no body.
            headers.ContentLength =
                bytes.Length == 0 && Declared(message) is { } declared ? declared : bytes.Length;
        }

        return HttpMethods.IsHead(request.Method) || bytes.Length == 0
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

    private static bool TryPart(HttpRequest request, CacheEntry entry, out ByteRange? part)
    {
        part = null;
        return entry.Message.Status == 200
            && Preconditions.RangeApplies(entry.Message, request.Headers.IfRange)
            && ByteRange.TryRead(request.Headers.Range, entry.Body.Identity.Length, out part);
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

    private static Task SendPartAsync(HttpContext http, CacheEntry entry, ByteRange? part)
    {
        IHeaderDictionary headers = http.Response.Headers;
        long total = entry.Body.Identity.Length;
        headers.ETag = entry.Fields.Tag;
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
            .Response.Body.WriteAsync(
                entry.Body.Identity.AsMemory((int)range.First, (int)range.Length),
                http.RequestAborted
            )
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

    private static (byte[] Bytes, string? Coding, string? Tag) Choose(
        CacheEntry entry,
        StringValues acceptEncoding
    )
    {
        Body body = entry.Body;
        ServedFields fields = entry.Fields;
        if (body.IsCodable && acceptEncoding.Count > 0)
        {
            AcceptedCodings accepted = AcceptEncoding.Read(acceptEncoding.ToArray()!);
            if (accepted.HasFlag(AcceptedCodings.Brotli) && body.Brotli is { } brotli)
            {
                return (brotli, "br", fields.BrotliTag);
            }

            if (accepted.HasFlag(AcceptedCodings.Gzip) && body.Gzip is { } gzip)
            {
                return (gzip, "gzip", fields.GzipTag);
            }
        }

        return (body.Identity, null, fields.Tag);
    }
}
