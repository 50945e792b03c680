using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Weather.Model;
using Xunit;

namespace Weather.Providers.Tests;

/// <summary>How much of an upstream's answer is read, how long is waited, and where nobody goes.</summary>
public sealed class LimitTests
{
    private static readonly ForecastRequest Somewhere = new(GeoPoint.Create(31.6342, -7.9999));
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip", "open-meteo")]
    [InlineData("br", "open-meteo")]
    [InlineData("deflate", "open-meteo")]
    [InlineData("gzip", "met-norway")]
    [InlineData("br", "met-norway")]
    public async Task Decompression_bomb_without_end_is_cut_and_refused(string coding, string provider)
    {
        await using BodyServer upstream = await BodyServer.StartAsync(async http =>
        {
            http.Response.Headers.ContentEncoding = coding;
            http.Response.ContentType = "application/json";
            byte[] megabyte = new byte[1024 * 1024];
            megabyte.AsSpan().Fill((byte)' ');
            await using Stream coder = Coder(coding, http.Response.Body);
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await coder.WriteAsync(megabyte, http.RequestAborted);
            }
        });
        await using RunningProviders providers = Both(upstream.BaseAddress);

        ProviderResult result = await providers[provider].GetAsync(Somewhere, Cancel);

        ProviderResult.Refused refused = Assert.IsType<ProviderResult.Refused>(result);
        Assert.Equal(RefusalKind.Unreachable, refused.Kind);
        // Cut by the limit, and not by the ten seconds.
        Assert.Equal("No whole answer came.", refused.Detail);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_is_never_followed_with_a_key(int status)
    {
        int there = 0;
        await using BodyServer other = await BodyServer.StartAsync(http =>
        {
            Interlocked.Increment(ref there);
            return Task.CompletedTask;
        });
        int here = 0;
        await using BodyServer upstream = await BodyServer.StartAsync(http =>
        {
            // The first to another host, with the key in the address as Open-Meteo's free host does it; the second to itself.
            bool first = Interlocked.Increment(ref here) == 1;
            http.Response.StatusCode = status;
            http.Response.Headers.Location = first
                ? $"{other.BaseAddress}v1/forecast?apikey={http.Request.Headers["X-Api-Key"]}"
                : "/v1/forecast?again=1";
            return Task.CompletedTask;
        });
        await using RunningProviders providers = Both(upstream.BaseAddress);

        ProviderResult away = await providers["open-meteo"].GetAsync(Somewhere, Cancel);
        ProviderResult back = await providers["open-meteo"].GetAsync(Somewhere, Cancel);

        Assert.Equal(RefusalKind.ContractBroken, Assert.IsType<ProviderResult.Refused>(away).Kind);
        Assert.Equal(RefusalKind.ContractBroken, Assert.IsType<ProviderResult.Refused>(back).Kind);
        Assert.Equal(0, there);
        Assert.Equal(2, here);
    }

    [Theory]
    [InlineData("open-meteo")]
    [InlineData("met-norway")]
    public async Task Client_connects_within_a_second_waits_ten_and_keeps_no_cookie(string provider)
    {
        await using RunningProviders providers = Both(new Uri("http://127.0.0.1:1/"));
        HttpMessageHandler handler = providers
            .Services.GetRequiredService<IHttpMessageHandlerFactory>()
            .CreateHandler(provider);
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        SocketsHttpHandler sockets = Assert.IsType<SocketsHttpHandler>(handler);
        HttpClient client = providers
            .Services.GetRequiredService<IHttpClientFactory>()
            .CreateClient(provider);

        Assert.Equal(TimeSpan.FromSeconds(1), sockets.ConnectTimeout);
        Assert.Equal(TimeSpan.FromSeconds(10), client.Timeout);
        Assert.False(sockets.AllowAutoRedirect);
        Assert.False(sockets.UseCookies);
    }

    private static Stream Coder(string coding, Stream into) =>
        coding switch
        {
            "br" => new BrotliStream(into, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(into, CompressionLevel.Fastest, leaveOpen: true),
            _ => new GZipStream(into, CompressionLevel.Fastest, leaveOpen: true),
        };

    private static RunningProviders Both(Uri upstream) =>
        RunningProviders.Create(
            upstream,
            settings:
            [
                ("Weather:Providers:OpenMeteo:ApiKey", "key-of-the-operator"),
                ("Weather:Operator:Contact", "ops@news.example"),
                ("Weather:Providers:MetNorway:BaseAddress", upstream.ToString()),
            ]
        );
}
