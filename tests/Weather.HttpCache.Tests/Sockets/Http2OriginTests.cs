using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Weather.HttpCache.Tests.Proxy;

namespace Weather.HttpCache.Tests.Sockets;

/// <summary>An origin that speaks HTTP/2 (prior knowledge): bodies end with END_STREAM and break off with RST_STREAM.</summary>
public sealed class Http2OriginTests : IAsyncLifetime
{
    private readonly HttpClient _client = new();
    private WebApplication _origin = null!;
    private WebApplication _proxy = null!;
    private int _calls;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2)
        );
        builder.Services.AddRouting();
        _origin = builder.Build();
        _origin.Run(AnswerAsync);
        await _origin.StartAsync(Cancel);
        _proxy = CachingProxy.Build(
            "http://127.0.0.1:0",
            _origin.Urls.First(),
            version: HttpVersion.Version20
        );
        await _proxy.StartAsync(Cancel);
        _client.BaseAddress = new Uri(_proxy.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _proxy.DisposeAsync();
        await _origin.DisposeAsync();
    }

    [Theory]
    [InlineData("/told")]
    [InlineData("/untold")]
    public async Task A_body_that_ends_in_order_is_stored(string path)
    {
        Assert.Equal("first second", await _client.GetStringAsync(path, Cancel));
        Assert.Equal("first second", await _client.GetStringAsync(path, Cancel));
        Assert.Equal(1, _calls);
    }

    [Theory]
    [InlineData("/told?cut")]
    [InlineData("/untold?cut")]
    public async Task A_stream_that_is_reset_is_an_error_and_not_stored(string path)
    {
        for (int call = 1; call <= 2; call++)
        {
            using HttpResponseMessage broken = await _client.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.BadGateway, broken.StatusCode);
            Assert.Equal(call, _calls);
        }
    }

    private async Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref _calls);
        http.Response.Headers.CacheControl = "max-age=60";
        http.Response.ContentLength = http.Request.Path == "/told" ? "first second".Length : null;
        await http.Response.WriteAsync("first ", Cancel);
        await http.Response.Body.FlushAsync(Cancel);
        if (http.Request.QueryString.Value == "?cut")
        {
            http.Abort();
            return;
        }

        await http.Response.WriteAsync("second", Cancel);
    }
}
