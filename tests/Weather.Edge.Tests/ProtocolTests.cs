using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Weather.Edge.Tests.Hostile;
using Weather.ServiceDefaults;
using Xunit;

namespace Weather.Edge.Tests;

/// <summary>HTTP/1.1, HTTP/2 with TLS by a certificate of the <c>Kestrel</c> section, and h2c on a port of its own, from one edge.</summary>
public sealed class ProtocolTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private X509Certificate2 _certificate = null!;
    private ReflectingOrigin _origin = null!;
    private EdgeRole _edge = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _certificate = SelfSigned();
        string file = Path.Combine(_folder, "edge.pfx");
        await File.WriteAllBytesAsync(file, _certificate.Export(X509ContentType.Pfx, "secret"), Cancel);
        _origin = await ReflectingOrigin.StartAsync(Cancel);
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("ReverseProxy:Clusters:api:Destinations:one:Address", _origin.Url),
                new("Kestrel:Endpoints:Tls:Url", "https://127.0.0.1:0"),
                new("Kestrel:Endpoints:Tls:Certificate:Path", file),
                new("Kestrel:Endpoints:Tls:Certificate:Password", "secret"),
                new("Kestrel:Endpoints:H2c:Url", "http://127.0.0.1:0"),
                new("Kestrel:Endpoints:H2c:Protocols", "Http2"),
                // As ASPNETCORE_URLS arrives; the role is told, and shall not hear it twice.
                new("urls", "http://127.0.0.1:0"),
            ])
            .Build();
        _edge = new EdgeRole(["http://127.0.0.1:0"], apiAddresses: null);
        await _edge.StartAsync(
            new RoleContext(
                configuration,
                "Production",
                NullLoggerFactory.Instance,
                TimeProvider.System,
                new Draining()
            ),
            Cancel
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _edge.StopAsync(CancellationToken.None);
        await _edge.DisposeAsync();
        await _origin.DisposeAsync();
        _certificate.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>In the order in which they are told: the address of ASPNETCORE_URLS first, then H2c and Tls.</summary>
    [Theory]
    [InlineData(0, "http", "1.1")]
    [InlineData(1, "http", "2.0")]
    [InlineData(2, "https", "1.1")]
    [InlineData(2, "https", "2.0")]
    public async Task A_forecast_is_cached_over_each_protocol(int endpoint, string scheme, string version)
    {
        using HttpClient client = ClientOf(endpoint, version);
        using HttpResponseMessage miss = await client.GetAsync("/v1/forecast?city=fes", Cancel);
        using HttpResponseMessage hit = await client.GetAsync("/v1/forecast?city=fes", Cancel);

        Assert.Equal(3, _edge.Addresses.Count);
        Assert.Equal(scheme, client.BaseAddress!.Scheme);
        Assert.Equal(Version.Parse(version), hit.Version);
        Assert.Equal(HttpStatusCode.OK, hit.StatusCode);
        Assert.StartsWith(
            "weather-edge; fwd=uri-miss",
            miss.Headers.GetValues("Cache-Status").Single(),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "weather-edge; hit",
            hit.Headers.GetValues("Cache-Status").Single(),
            StringComparison.Ordinal
        );
        Assert.NotNull(hit.Headers.Age);
        Assert.Equal(
            await miss.Content.ReadAsByteArrayAsync(Cancel),
            await hit.Content.ReadAsByteArrayAsync(Cancel)
        );
        Assert.Single(_origin.Received);
    }

    [Fact]
    public async Task Endpoints_share_one_cache()
    {
        using HttpClient plain = ClientOf(0, "1.1");
        using HttpClient secure = ClientOf(2, "2.0");
        string first = await plain.GetStringAsync("/v1/forecast?city=fes", Cancel);
        Assert.Equal(first, await secure.GetStringAsync("/v1/forecast?city=fes", Cancel));
        Assert.Single(_origin.Received);
    }

    /// <summary>HTTP/2 frames a body without any field that tells of it.</summary>
    [Fact]
    public async Task A_GET_with_a_body_of_unknown_length_is_refused_over_HTTP_2()
    {
        using HttpClient client = ClientOf(1, "2.0");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/forecast?city=fes")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new StreamContent(new UnseekableStream("city=evil"u8.ToArray())),
        };
        using HttpResponseMessage answer = await client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(_origin.Received);
    }

    private HttpClient ClientOf(int endpoint, string version) =>
        new(
            new SocketsHttpHandler
            {
                SslOptions = new SslClientAuthenticationOptions
                {
                    RemoteCertificateValidationCallback = (_, shown, _, _) =>
                        shown is not null
                        && shown.GetCertHashString(HashAlgorithmName.SHA256)
                            == _certificate.GetCertHashString(HashAlgorithmName.SHA256),
                },
            }
        )
        {
            BaseAddress = new Uri(_edge.Addresses.ElementAt(endpoint)),
            DefaultRequestVersion = Version.Parse(version),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
