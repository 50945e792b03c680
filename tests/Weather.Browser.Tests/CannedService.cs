using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Weather.Browser.Tests;

/// <summary>
/// The widget's files as they were built, pages on demand, and an API whose weather is chosen by the city's name: <c>Ifrane+stale+alert</c>
/// is old and has a warning. For states that a real service only reaches by waiting.
/// </summary>
internal sealed class CannedService : IAsyncDisposable
{
    private static readonly string Site = Path.Combine(AppContext.BaseDirectory, "site");
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
    };

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Html, string? Policy)> _pages = new(
        StringComparer.Ordinal
    );
    private readonly ConcurrentQueue<string> _requests = new();

    private CannedService(WebApplication app) => _app = app;

    /// <summary>With a trailing slash.</summary>
    public Uri Address => new($"{_app.Urls.First()}/");

    /// <summary>Path and query of every request, in the order of arrival.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>While set, forecasts are answered with 503.</summary>
    public bool Down { get; set; }

    /// <summary>How long a forecast takes: never before a page is painted, so that late arrival is what is tested.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(150);

    /// <summary>How long an address with <c>?slow</c> takes: longer than the first paint.</summary>
    public TimeSpan Slow { get; set; } = TimeSpan.FromMilliseconds(600);

    public static async Task<CannedService> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.Urls.Clear();
        app.Urls.Add("http://127.0.0.1:0");
        var service = new CannedService(app);
        app.Run(service.AnswerAsync);
        await app.StartAsync();
        return service;
    }

    /// <returns>The address of a page with this body.</returns>
    public Uri Page(string html, string? policy = null)
    {
        string path = $"/page-{_pages.Count}";
        _pages[path] = (html, policy);
        return new Uri(Address, path);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        string path = http.Request.Path;
        _requests.Enqueue(path + http.Request.QueryString);
        if (http.Request.Query.ContainsKey("slow"))
        {
            await Task.Delay(Slow, http.RequestAborted);
        }

        IHeaderDictionary headers = http.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers["Access-Control-Expose-Headers"] = "Age, Date, Server-Timing";
        headers.CacheControl = "no-store";
        if (_pages.TryGetValue(path, out (string Html, string? Policy) page))
        {
            http.Response.ContentType = Types[".html"];
            // Not no-store, which keeps a page out of the browser's page cache.
            headers.CacheControl = "no-cache";
            headers.ContentSecurityPolicy = page.Policy;
            await http.Response.WriteAsync(page.Html, http.RequestAborted);
            return;
        }

        if (path == "/favicon.ico")
        {
            // Asked for by the browser, when it likes; without it the page's console would complain.
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        if (path.StartsWith("/v1/", StringComparison.Ordinal))
        {
            await AnswerApiAsync(http, path);
            return;
        }

        string[] parts = path.Split('/', 4);
        string file =
            parts is ["", "widget", _, { } name] ? Path.Combine(Site, name)
            : path.StartsWith("/demo/", StringComparison.Ordinal) ? Path.Combine(Site, "site", path[1..])
            : Site;
        if (!File.Exists(file) || !Types.TryGetValue(Path.GetExtension(file), out string? type))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = type;
        headers.CacheControl = "max-age=600";
        await http.Response.SendFileAsync(file, http.RequestAborted);
    }

    private async Task AnswerApiAsync(HttpContext http, string path)
    {
        IQueryCollection query = http.Request.Query;
        string lang = query["lang"].ToString();
        await Task.Delay(Delay, http.RequestAborted);
        JsonNode? answer = path switch
        {
            "/v1/places" => new JsonArray(CannedForecast.Place("Ifrane", lang)),
            "/v1/forecasts" => new JsonObject
            {
                ["forecasts"] = new JsonArray([
                    .. query["places"]
                        .ToString()
                        .Split(',')
                        .Select(id => CannedForecast.Make($"#{id.Trim()}", lang)),
                ]),
            },
            _ when Down || query["city"].ToString().Contains("+down", StringComparison.Ordinal) => null,
            _ => CannedForecast.Make(
                query["city"].ToString() is { Length: > 0 } city ? city
                    : query["place"].ToString() is { Length: > 0 } id ? $"#{id}"
                    : "Ifrane",
                lang
            ),
        };
        if (answer is null)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers["Server-Timing"] =
                "traceparent;desc=\"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\"";
        }

        if (query["city"].ToString().Contains("+garbage", StringComparison.Ordinal))
        {
            answer = new JsonObject
            {
                ["place"] = 7,
                ["daily"] = "none",
                ["source"] = new JsonArray(),
            };
        }

        http.Response.ContentType = answer is null ? "application/problem+json" : "application/json";
        if (query["city"].ToString().Contains("+nonsense", StringComparison.Ordinal))
        {
            answer = JsonValue.Create("<html>");
        }

        await http.Response.WriteAsync(
            answer?.ToJsonString() ?? """{"title":"No forecast"}""",
            http.RequestAborted
        );
    }
}
