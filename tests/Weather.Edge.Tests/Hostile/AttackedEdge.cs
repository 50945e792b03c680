using System.Globalization;
using Xunit;

namespace Weather.Edge.Tests.Hostile;

/// <summary>
/// An edge with our own routes before a <see cref="ReflectingOrigin"/>. Every attack gets a city of its own, so that each begins cold and all
/// share one edge.
/// </summary>
public sealed class AttackedEdge : IAsyncLifetime
{
    private const string City = "honest";
    private RunningEdge _edge = null!;
    private ReflectingOrigin _origin = null!;
    private string _right = null!;
    private int _cities;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Uri Address => _edge.Http.BaseAddress!;

    public async ValueTask InitializeAsync()
    {
        _origin = await ReflectingOrigin.StartAsync(CancellationToken.None);
        _edge = await RunningEdge.StartAsync(
            ("ReverseProxy:Clusters:api:Destinations:one:Address", _origin.Url),
            ("Weather:Edge:Limits:ClientBurst", "0")
        );
        (_right, _) = await VisitAsync(City);
    }

    public async ValueTask DisposeAsync()
    {
        await _edge.DisposeAsync();
        await _origin.DisposeAsync();
    }

    /// <summary>A city that nobody has asked for.</summary>
    internal string NewCity() =>
        string.Create(CultureInfo.InvariantCulture, $"city{Interlocked.Increment(ref _cities):d4}");

    /// <summary>What an origin that nobody attacks answers for the city.</summary>
    internal string RightAnswer(string city) => _right.Replace(City, city, StringComparison.Ordinal);

    internal async Task<RawAnswer> AttackAsync(string request, string city) =>
        await RawClient.AskAsync(Address, request.Replace("CITY", city, StringComparison.Ordinal), Cancel);

    /// <summary>A visitor of ours, as a browser sends it.</summary>
    internal async Task<(string Body, string CacheStatus)> VisitAsync(string city)
    {
        using HttpResponseMessage answer = await _edge.Http.GetAsync($"/v1/forecast?city={city}", Cancel);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return (
            await answer.Content.ReadAsStringAsync(Cancel),
            answer.Headers.GetValues("Cache-Status").Single()
        );
    }

    /// <summary>What the origin received about the city.</summary>
    internal IReadOnlyList<string> ReceivedAbout(string city) =>
        [.. _origin.Received.Where(text => text.Contains(city, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Before any honest visitor, and after the good answer was stored: the next visitor gets the right answer.</summary>
    internal async Task SurvivesAsync(string request)
    {
        string cold = NewCity();
        await AttackAsync(request, cold);
        (string body, _) = await VisitAsync(cold);
        Assert.Equal(RightAnswer(cold), body);

        string warm = NewCity();
        await VisitAsync(warm);
        await AttackAsync(request, warm);
        (string again, string cacheStatus) = await VisitAsync(warm);
        Assert.Equal(RightAnswer(warm), again);
        Assert.StartsWith("weather-edge; hit", cacheStatus, StringComparison.Ordinal);
    }
}
