using Xunit;

namespace Weather.Edge.Tests.Hostile;

/// <summary>
/// Paths that a careless cache and its origin read differently. What the key says and what the origin is asked must be one thing, and nobody
/// leaves the routes that are ours.
/// </summary>
public sealed class PathDeceptionTests(AttackedEdge edge) : IClassFixture<AttackedEdge>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/v1/forecast/x.css?city=CITY")]
    [InlineData("/v1/forecast/..%2fx.css?city=CITY")]
    [InlineData("/v1/forecast;x.css?city=CITY")]
    [InlineData("/v1/forecast;/x.css?city=CITY")]
    [InlineData("/v1/forecast%3bx.css?city=CITY")]
    [InlineData("/v1/forecast%00.css?city=CITY")]
    [InlineData("/v1/forecast%0ax.css?city=CITY")]
    [InlineData("/v1/forecast%23x.css?city=CITY")]
    [InlineData("/v1/forecast%3fx.css?city=CITY")]
    [InlineData("/v1/forecast%253fcity=CITY")]
    [InlineData("/v1/forecast%3fcity=CITY")]
    [InlineData("/v1/forecast.?city=CITY")]
    [InlineData("/v1/forecast%20?city=CITY")]
    [InlineData("/v1/forecast/?city=CITY")]
    [InlineData("/v1/forecast//?city=CITY")]
    [InlineData("/v1//forecast?city=CITY")]
    [InlineData("//v1/forecast?city=CITY")]
    [InlineData("/V1/FORECAST?city=CITY")]
    [InlineData("/v1/./forecast?city=CITY")]
    [InlineData("/v1/%2e/forecast?city=CITY")]
    [InlineData("/v1/x/../forecast?city=CITY")]
    [InlineData("/v1/x/%2e%2e/forecast?city=CITY")]
    [InlineData("/v1/x/%252e%252e/forecast?city=CITY")]
    [InlineData("/v1/x/..;/forecast?city=CITY")]
    [InlineData("/v1/x/..%5cforecast?city=CITY")]
    [InlineData("/v1\\forecast?city=CITY")]
    [InlineData("/v1%2fforecast?city=CITY")]
    [InlineData("/v1/%66orecast?city=CITY")]
    [InlineData("/v1/forecas%C1%B4?city=CITY")]
    [InlineData("/widget/../v1/forecast?city=CITY")]
    [InlineData("/v1/forecast?city=CITY#/x.css")]
    [InlineData("/v1/forecast?city=CITY?x.css")]
    public Task A_path_that_resembles_another_does_not_poison_it(string target) =>
        edge.SurvivesAsync($"GET {target} HTTP/1.1\r\nHost: edge\r\nCookie: session=evil\r\n\r\n");

    [Theory]
    [InlineData("/v1/a%3FCITY", "/v1/a%253FCITY")]
    [InlineData("/v1/a%3Fq=CITY", "/v1/a?q=CITY")]
    [InlineData("/v1/a%253Fq=CITY", "/v1/a?q=CITY")]
    [InlineData("/v1/a%5CCITY", "/v1/a%255CCITY")]
    [InlineData("/v1/a%23CITY", "/v1/a%2523CITY")]
    [InlineData("/v1/a%20CITY", "/v1/a%2520CITY")]
    [InlineData("/v1/places/CITY%3Flang=fr", "/v1/places/CITY%253Flang=fr")]
    [InlineData("/v1/places/CITY%22", "/v1/places/CITY%2522")]
    public async Task Two_targets_that_the_origin_tells_apart_are_two_keys(string one, string other)
    {
        string city = edge.NewCity();
        RawAnswer first = await edge.AttackAsync($"GET {one} HTTP/1.1\r\nHost: edge\r\n\r\n", city);
        RawAnswer second = await edge.AttackAsync($"GET {other} HTTP/1.1\r\nHost: edge\r\n\r\n", city);
        RawAnswer again = await edge.AttackAsync($"GET {one} HTTP/1.1\r\nHost: edge\r\n\r\n", city);

        Assert.Equal(200, first.Status);
        Assert.NotEqual(first.Body, second.Body, StringComparer.Ordinal);
        Assert.Equal(first.Body, again.Body);
        Assert.StartsWith("weather-edge; hit", again.Fields["Cache-Status"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/../CITY")]
    [InlineData("/v1/%2e%2e/CITY")]
    [InlineData("/v1/%2E./CITY")]
    [InlineData("/v1/%252e%252e/CITY")]
    [InlineData("/v1/%25252e%25252e/CITY")]
    [InlineData("/v1/..%2fCITY")]
    [InlineData("/v1/..%252fCITY")]
    [InlineData("/v1/..;/CITY")]
    [InlineData("/v1/..\\CITY")]
    [InlineData("/v1/..%5cCITY")]
    [InlineData("/v1/%5c..%5c..%5cCITY")]
    [InlineData("/v1/..%255cCITY")]
    [InlineData("/v1/places/%2e%2e%2f%2e%2e%2fCITY")]
    [InlineData("/v1/places/..")]
    [InlineData("/v1@CITY/")]
    [InlineData("/v1/x:CITY@evil/")]
    [InlineData("http://evil.example/v1/CITY")]
    [InlineData("/metrics?CITY")]
    [InlineData("/healthz/ready?CITY")]
    public async Task Nobody_leaves_our_routes(string target)
    {
        string city = edge.NewCity();
        await edge.AttackAsync($"GET {target} HTTP/1.1\r\nHost: edge\r\n\r\n", city);
        Assert.All(
            edge.ReceivedAbout(city),
            received => Assert.StartsWith("read as /v1/", received.Split('\n')[1], StringComparison.Ordinal)
        );
    }
}
