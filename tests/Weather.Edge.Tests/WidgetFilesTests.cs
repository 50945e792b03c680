using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Xunit;

namespace Weather.Edge.Tests;

/// <summary>The widget's files as a browser of another site gets them.</summary>
public sealed class WidgetFilesTests : IAsyncLifetime
{
    private const string Script = "/widget/v1/weather-widget.js";
    private RunningEdge _edge = null!;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _edge = await RunningEdge.StartAsync();

    public ValueTask DisposeAsync() => _edge.DisposeAsync();

    [Fact]
    public async Task Script_is_sent_in_Brotli_with_a_tag_of_its_own()
    {
        using HttpResponseMessage plain = await GetAsync(Script, null);
        using HttpResponseMessage brotli = await GetAsync(Script, "gzip, br");
        byte[] coded = await brotli.Content.ReadAsByteArrayAsync(Cancel);
        using var decoded = new MemoryStream();
        await new BrotliStream(new MemoryStream(coded), CompressionMode.Decompress).CopyToAsync(
            decoded,
            Cancel
        );

        Assert.Equal("br", brotli.Content.Headers.ContentEncoding.Single());
        Assert.Equal(await plain.Content.ReadAsByteArrayAsync(Cancel), decoded.ToArray());
        Assert.NotEqual(plain.Headers.ETag, brotli.Headers.ETag);
        Assert.False(brotli.Headers.ETag!.IsWeak);
        Assert.Contains("Accept-Encoding", brotli.Headers.Vary, StringComparer.Ordinal);
        Assert.Equal("text/javascript", brotli.Content.Headers.ContentType!.MediaType);
        Assert.Equal("*", brotli.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    [InlineData("*", "br")]
    [InlineData("", null)]
    public async Task Coding_is_one_that_the_client_takes(string accepted, string? coding)
    {
        using HttpResponseMessage answer = await GetAsync(Script, accepted);

        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    [Fact]
    public async Task Versioned_address_is_immutable_and_the_floating_one_is_not()
    {
        string version = (
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "site", "version.txt"), Cancel)
        ).Trim();

        using HttpResponseMessage pinned = await GetAsync($"/widget/{version}/weather-widget.js", null);
        using HttpResponseMessage floating = await GetAsync(Script, null);

        Assert.Contains("immutable", pinned.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromDays(365), pinned.Headers.CacheControl.MaxAge);
        Assert.Equal(TimeSpan.FromMinutes(10), floating.Headers.CacheControl!.MaxAge);
        Assert.Equal(
            await pinned.Content.ReadAsByteArrayAsync(Cancel),
            await floating.Content.ReadAsByteArrayAsync(Cancel)
        );
    }

    [Fact]
    public async Task Tag_of_any_coding_is_answered_with_304()
    {
        using HttpResponseMessage brotli = await GetAsync(Script, "br");
        using var request = new HttpRequestMessage(HttpMethod.Get, Script);
        request.Headers.IfNoneMatch.Add(brotli.Headers.ETag!);

        using HttpResponseMessage answer = await _edge.Http.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Fact]
    public async Task Integrity_hashes_are_those_of_the_files_served()
    {
        using JsonDocument integrity = JsonDocument.Parse(
            await _edge.Http.GetStringAsync("/widget/integrity.json", Cancel)
        );
        byte[] script = await _edge.Http.GetByteArrayAsync(Script, Cancel);
        string expected = $"sha384-{Convert.ToBase64String(SHA384.HashData(script))}";

        Assert.Contains(expected, integrity.RootElement.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_the_first_languages_are_there()
    {
        foreach (string language in new[] { "ar-MA", "fr", "en" })
        {
            using HttpResponseMessage words = await GetAsync($"/widget/v1/words/{language}.json", null);

            Assert.Equal(HttpStatusCode.OK, words.StatusCode);
            Assert.Equal("application/json", words.Content.Headers.ContentType!.MediaType);
        }
    }

    [Theory]
    [InlineData("/")]
    public async Task Pages_have_the_strictest_policy(string path)
    {
        using HttpResponseMessage page = await GetAsync(path, null);
        string policy = page.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("trusted-types 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/version.txt")]
    [InlineData("/widget/v1/version.txt")]
    [InlineData("/widget/v1/../version.txt")]
    [InlineData("/widget/v1/%2e%2e/%2e%2e/appsettings.json")]
    [InlineData("/appsettings.json")]
    [InlineData("/widget/0.0.0/weather-widget.js")]
    public async Task Nothing_else_is_served(string path)
    {
        using HttpResponseMessage answer = await GetAsync(path, null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("Weather:Origins:0", "https://news.example")]
    [InlineData("Weather:Origins", "https://news.example, https://sport.example")]
    public async Task Restricted_origins_are_echoed_and_others_are_not(string key, string value)
    {
        await using RunningEdge edge = await RunningEdge.StartAsync((key, value));

        using HttpResponseMessage allowed = await SendAsync(edge, "https://news.example");
        using HttpResponseMessage foreign = await SendAsync(edge, "https://other.example");

        Assert.Equal(
            "https://news.example",
            allowed.Headers.GetValues("Access-Control-Allow-Origin").Single()
        );
        Assert.False(foreign.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Contains("Origin", foreign.Headers.Vary, StringComparer.Ordinal);
    }

    private static Task<HttpResponseMessage> SendAsync(RunningEdge edge, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Script);
        request.Headers.Add("Origin", origin);
        return edge.Http.SendAsync(request, Cancel);
    }

    private Task<HttpResponseMessage> GetAsync(string path, string? acceptEncoding)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (acceptEncoding is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", acceptEncoding);
        }

        return _edge.Http.SendAsync(request, Cancel);
    }
}
