using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Weather.Providers.Tests;

/// <summary>A Kestrel on loopback that answers every request with one recorded body, or as a test says.</summary>
internal sealed class BodyServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BodyServer(WebApplication app) => _app = app;

    public Uri BaseAddress => new($"{_app.Urls.First()}/");

    public static Task<BodyServer> StartAsync(int status, byte[] body) =>
        StartAsync(http =>
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = "application/json; charset=utf-8";
            return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
        });

    public static async Task<BodyServer> StartAsync(RequestDelegate answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.Urls.Clear();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(answer);
        await app.StartAsync();
        return new BodyServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
