using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Weather.Browser.Tests;

/// <summary>Somebody else's site: one page on another origin, under a policy of its own.</summary>
internal sealed class ForeignSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ForeignSite(WebApplication app) => _app = app;

    public Uri Address => new($"{_app.Urls.First()}/");

    public static async Task<ForeignSite> StartAsync(string html, string? policy = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.Urls.Clear();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(http =>
        {
            if (http.Request.Path != "/")
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.Headers.ContentSecurityPolicy = policy;
            return http.Response.WriteAsync(html, http.RequestAborted);
        });
        await app.StartAsync();
        return new ForeignSite(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
