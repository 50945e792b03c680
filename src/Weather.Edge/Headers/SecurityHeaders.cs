using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Weather.Edge.Headers;

/// <summary>
/// What everything that the edge sends says to a browser about itself. Pages are for themselves; the script, the words, the API's answers and
/// <c>/embed</c> are made for pages of other sites, of all or of those that <c>Weather:Origins</c> names.
/// </summary>
internal sealed class SecurityHeaders
{
    private const string Embed = "/embed";

    private readonly string? _embedders;
    private readonly Func<object, Task> _apply;

    /// <param name="origins">Whose pages may embed; empty for all.</param>
    public SecurityHeaders(IReadOnlyCollection<string> origins)
    {
        _embedders = origins.Count == 0 ? null : $"frame-ancestors 'self' {string.Join(' ', origins)}";
        _apply = state =>
        {
            Apply((HttpContext)state);
            return Task.CompletedTask;
        };
    }

    /// <summary>Sets them as late as possible, on what is sent from the cache as well.</summary>
    public void Use(IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                http.Response.OnStarting(_apply, http);
                return next(http);
            }
        );

    private void Apply(HttpContext http)
    {
        IHeaderDictionary headers = http.Response.Headers;
        bool isHtml = Is(headers, "text/html");
        bool isEmbed = http.Request.Path.Equals(Embed, StringComparison.OrdinalIgnoreCase);
        bool isPage = isHtml && !isEmbed;
        headers.Remove("Server");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = isPage ? "same-origin" : "cross-origin";
        string? ancestors =
            isPage ? "frame-ancestors 'self'"
            : isHtml || Is(headers, "image/svg+xml") ? _embedders
            : null;
        if (
            ancestors is not null
            && !headers.ContentSecurityPolicy.ToString().Contains(ancestors, StringComparison.Ordinal)
        )
        {
            // A second policy can only forbid more (CSP 3, 8.1): one that the answer already has is kept.
            headers.Append("Content-Security-Policy", ancestors);
        }
    }

    private static bool Is(IHeaderDictionary headers, string type) =>
        headers.ContentType.ToString().StartsWith(type, StringComparison.OrdinalIgnoreCase);
}
