using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Weather.ServiceDefaults;

/// <summary>
/// Who may read our answers from a page of another origin (Fetch standard, "CORS protocol").
/// </summary>
/// <remarks>
/// The headers are set on every answer, whether or not the request has an <c>Origin</c>: a shared cache that stored an answer
/// without them would hand it to a page that needs them. With restricted origins the answer depends on the request, so it
/// always says <c>Vary: Origin</c>.
/// </remarks>
public sealed class CrossOrigin(IReadOnlyCollection<string> allowedOrigins)
{
    private const string Exposed = "Age, Date, ETag, Cache-Status, Server-Timing, Retry-After";
    private readonly HashSet<string> _allowed = new(allowedOrigins, StringComparer.OrdinalIgnoreCase);

    public bool Restricted => _allowed.Count > 0;

    public void Apply(HttpRequest request, HttpResponse response)
    {
        IHeaderDictionary headers = response.Headers;
        headers.AccessControlExposeHeaders = Exposed;
        headers["Timing-Allow-Origin"] = "*";
        if (!Restricted)
        {
            headers.AccessControlAllowOrigin = "*";
            return;
        }

        headers.Remove("Access-Control-Allow-Origin");
        if (!headers.Vary.Any(vary => vary?.Contains("Origin", StringComparison.OrdinalIgnoreCase) == true))
        {
            headers.Append("Vary", "Origin");
        }

        StringValues origin = request.Headers.Origin;
        if (origin.Count == 1 && _allowed.Contains(origin[0]!))
        {
            headers.AccessControlAllowOrigin = origin;
        }
    }

    /// <summary>Sets the headers as late as possible, so that they replace those of an answer that was forwarded.</summary>
    public void Use(IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                http.Response.OnStarting(() =>
                {
                    Apply(http.Request, http.Response);
                    return Task.CompletedTask;
                });
                if (!HttpMethods.IsOptions(http.Request.Method))
                {
                    return next(http);
                }

                http.Response.StatusCode = StatusCodes.Status204NoContent;
                http.Response.Headers.Allow = "GET, HEAD, OPTIONS";
                http.Response.Headers.AccessControlAllowMethods = "GET, HEAD, OPTIONS";
                http.Response.Headers["Access-Control-Max-Age"] = "86400";
                return Task.CompletedTask;
            }
        );
}
