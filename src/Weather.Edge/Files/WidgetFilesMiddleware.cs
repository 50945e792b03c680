using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Weather.Edge.Files;

/// <summary>Answers GET and HEAD for the files it has, in the best coding the client takes; passes everything else on.</summary>
internal static class WidgetFilesMiddleware
{
    /// <summary>
    /// The strictest policy the pages can have. They are also the proof that the element runs under it.
    /// </summary>
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    public static void UseWidgetFiles(this IApplicationBuilder app, WidgetFiles files) =>
        app.Use(
            (http, next) =>
            {
                bool reads =
                    HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
                return
                    reads
                    && files.TryGet(
                        http.Request.Path.Value ?? "",
                        out WidgetFile file,
                        out string cacheControl
                    )
                    ? SendAsync(http, file, cacheControl)
                    : next(http);
            }
        );

    private static Task SendAsync(HttpContext http, WidgetFile file, string cacheControl)
    {
        (byte[] bytes, string? coding) = Choose(file, http.Request.Headers.AcceptEncoding);
        string tag = coding is null ? $"\"{file.Hash}\"" : $"\"{file.Hash}-{coding}\"";
        IHeaderDictionary headers = http.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = cacheControl;
        headers.Vary = "Accept-Encoding";
        if (file.IsPage)
        {
            headers.ContentSecurityPolicy = PagePolicy;
        }

        if (Matches(http.Request.Headers.IfNoneMatch, file.Hash))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        headers.ContentType = file.ContentType;
        headers.ContentLength = bytes.Length;
        if (coding is not null)
        {
            headers.ContentEncoding = coding;
        }

        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    private static (byte[] Bytes, string? Coding) Choose(WidgetFile file, StringValues acceptEncoding)
    {
        if (
            acceptEncoding.Count > 0
            && StringWithQualityHeaderValue.TryParseList(
                acceptEncoding,
                out IList<StringWithQualityHeaderValue>? accepted
            )
        )
        {
            if (file.Brotli is { } brotli && Accepts(accepted, "br"))
            {
                return (brotli, "br");
            }

            if (file.Gzip is { } gzip && Accepts(accepted, "gzip"))
            {
                return (gzip, "gzip");
            }
        }

        return (file.Identity, null);
    }

    private static bool Accepts(IList<StringWithQualityHeaderValue> accepted, string coding)
    {
        StringWithQualityHeaderValue? item =
            accepted.FirstOrDefault(value => value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(value => value.Value == "*");
        return item is not null && item.Quality is not 0;
    }

    /// <summary>Any coding of the same file is the same file: its tag matches with or without our suffix.</summary>
    private static bool Matches(StringValues ifNoneMatch, string hash) =>
        ifNoneMatch.Count > 0
        && EntityTagHeaderValue.TryParseList(ifNoneMatch, out IList<EntityTagHeaderValue>? tags)
        && tags.Any(tag =>
            tag.Equals(EntityTagHeaderValue.Any)
            || tag.Tag.AsSpan().Trim('"').StartsWith(hash, StringComparison.Ordinal)
        );
}
