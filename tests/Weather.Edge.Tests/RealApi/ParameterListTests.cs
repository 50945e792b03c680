using System.Net;
using System.Text.Json;
using Weather.Edge.Proxy;
using Weather.HttpCache;
using Xunit;

namespace Weather.Edge.Tests.RealApi;

/// <summary>The edge's lists of parameters are those of the API: one missing would never be cached, one too many would hide a mistake.</summary>
public sealed class ParameterListTests(EdgeAndApi pair) : IClassFixture<EdgeAndApi>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Dictionary<string, CacheKeyRule> Rules =>
        ApiProxy
            .Paths.Where(route => route.Counts != KeyRules.Others)
            .ToDictionary(
                route => route.Path,
                route => KeyRules.Read(route.Path, route.Counts, ["en"]),
                StringComparer.Ordinal
            );

    [Fact]
    public async Task Each_documented_path_has_a_list_of_its_own_with_the_same_names()
    {
        using var document = JsonDocument.Parse(await pair.Edge.GetStringAsync("/openapi/v1.json", Cancel));
        string[] documented =
        [
            .. document
                .RootElement.GetProperty("paths")
                .EnumerateObject()
                .Select(path => $"{path.Name}: {string.Join(' ', Names(path.Value))}")
                .Order(StringComparer.Ordinal),
        ];
        string[] atTheEdge =
        [
            // Pages are not in the document.
            .. Rules
                .Where(rule => rule.Key.StartsWith("/v1/", StringComparison.Ordinal))
                .Select(rule =>
                    $"{rule.Key}: {string.Join(' ', rule.Value.Parameters.Select(parameter => parameter.Name).Order(StringComparer.Ordinal))}"
                )
                .Order(StringComparer.Ordinal),
        ];

        Assert.NotEmpty(documented);
        Assert.Equal(documented, atTheEdge);
    }

    /// <summary>The edge rounds what the API would take, and leaves to it what it would refuse.</summary>
    [Fact]
    public async Task Bounds_of_rounded_numbers_are_those_of_the_API()
    {
        QueryParameter[] rounded =
        [
            .. Rules["/v1/forecast"].Parameters.Where(parameter => parameter.Steps is not null),
        ];
        Assert.NotEmpty(rounded);
        foreach (QueryParameter parameter in rounded)
        {
            int least = parameter.Least;
            int most = parameter.Steps![^1];
            Assert.Equal(HttpStatusCode.BadRequest, await AskApiAsync(parameter.Name, least - 1));
            Assert.Equal(HttpStatusCode.OK, await AskApiAsync(parameter.Name, least));
            Assert.Equal(HttpStatusCode.OK, await AskApiAsync(parameter.Name, most));
            Assert.Equal(HttpStatusCode.BadRequest, await AskApiAsync(parameter.Name, most + 1));
        }
    }

    /// <summary>Rounding at the edge changes nothing: the API answers the same to the number before and after.</summary>
    [Fact]
    public async Task Numbers_are_rounded_as_the_API_rounds_them()
    {
        foreach (
            QueryParameter parameter in Rules["/v1/forecast"].Parameters.Where(each => each.Steps is not null)
        )
        {
            int from = parameter.Least;
            foreach (int step in parameter.Steps!)
            {
                string first = await BodyAsync(pair.Api, parameter.Name, from);
                Assert.Equal(await BodyAsync(pair.Api, parameter.Name, step), first);
                Assert.Equal(first, await BodyAsync(pair.Edge, parameter.Name, from));
                from = step + 1;
            }
        }
    }

    /// <summary>Dropped by the edge, and taken by the API when it stands alone.</summary>
    [Theory]
    [InlineData("utm_source", true)]
    [InlineData("UTM_Source", true)]
    [InlineData("utm_", true)]
    [InlineData("utm", false)]
    [InlineData("fbclid", true)]
    [InlineData("FBCLID", true)]
    [InlineData("fbclid2", false)]
    [InlineData("gclid", true)]
    [InlineData("_", true)]
    [InlineData("__", false)]
    public async Task Both_read_the_list_in_the_same_way(string name, bool isTracking)
    {
        using HttpResponseMessage alone = await pair.Api.GetAsync($"/v1/places?q=Fes&{name}=1", Cancel);
        using HttpResponseMessage behind = await pair.Edge.GetAsync($"/v1/places?q=Fes&{name}=1", Cancel);

        Assert.Equal(isTracking, alone.StatusCode == HttpStatusCode.OK);
        Assert.Equal(alone.StatusCode, behind.StatusCode);
        Assert.Equal(
            !isTracking,
            behind.Headers.GetValues("Cache-Status").Single().Contains("bypass", StringComparison.Ordinal)
        );
    }

    private static IEnumerable<string> Names(JsonElement path) =>
        path.GetProperty("get").TryGetProperty("parameters", out JsonElement parameters)
            ? parameters
                .EnumerateArray()
                .Where(parameter => parameter.GetProperty("in").GetString() == "query")
                .Select(parameter => parameter.GetProperty("name").GetString()!)
                .Order(StringComparer.Ordinal)
            : [];

    private async Task<HttpStatusCode> AskApiAsync(string name, int value)
    {
        using HttpResponseMessage answer = await pair.Api.GetAsync(Target(name, value), Cancel);
        return answer.StatusCode;
    }

    private static Task<string> BodyAsync(HttpClient from, string name, int value) =>
        from.GetStringAsync(Target(name, value), Cancel);

    private static string Target(string name, int value) => $"/v1/forecast?city=Marrakech&{name}={value}";
}
