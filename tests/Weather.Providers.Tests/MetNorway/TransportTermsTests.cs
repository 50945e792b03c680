using Microsoft.Extensions.Options;
using Weather.Model;
using Weather.StandIns;
using Xunit;

namespace Weather.Providers.Tests.MetNorway;

/// <summary>M8 and M15 of MET Norway's terms: HTTPS, compression, redirects, headers.</summary>
public sealed class TransportTermsTests
{
    private static readonly GeoPoint Tromso = GeoPoint.Create(69.6489, 18.95508);
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://api.met.no/")]
    [InlineData("http://aa015h6buqvih86i1.api.met.no/")]
    public void M8_the_real_host_is_asked_by_HTTPS_only(string address)
    {
        OptionsValidationException problem = Assert.Throws<OptionsValidationException>(() =>
            RunningProviders.CreateMetNorway(new Uri(address))
        );

        Assert.Contains("HTTPS only", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task M8_answers_are_accepted_compressed()
    {
        await using MetNorwayStandIn upstream = await MetNorwayStandIn.StartAsync();
        await using RunningProviders providers = RunningProviders.CreateMetNorway(upstream.BaseAddress);

        ProviderResult result = await providers["met-norway"].GetAsync(new ForecastRequest(Tromso), Cancel);

        Assert.IsType<ProviderResult.Success>(result);
        Assert.Contains("gzip", Assert.Single(upstream.Requests).AcceptEncoding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task M8_redirect_on_the_same_host_is_followed()
    {
        await using MetNorwayStandIn upstream = await MetNorwayStandIn.StartAsync();
        await using RunningProviders providers = RunningProviders.CreateMetNorway(upstream.BaseAddress);
        upstream.Mode = StandInMode.Redirect;
        upstream.RedirectTo = new Uri($"{MetNorwayStandIn.Path}?lat=69.6489&lon=18.955", UriKind.Relative);

        ProviderResult result = await providers["met-norway"].GetAsync(new ForecastRequest(Tromso), Cancel);

        Assert.IsType<ProviderResult.Success>(result);
        Assert.Equal(2, upstream.Calls);
        Assert.Equal(upstream.Requests[0].UserAgent, upstream.Requests[1].UserAgent);
    }

    [Fact]
    public async Task M8_redirect_to_another_host_is_refused_and_learns_no_contact()
    {
        await using MetNorwayStandIn upstream = await MetNorwayStandIn.StartAsync();
        await using MetNorwayStandIn other = await MetNorwayStandIn.StartAsync();
        await using RunningProviders providers = RunningProviders.CreateMetNorway(upstream.BaseAddress);
        upstream.Mode = StandInMode.Redirect;
        upstream.RedirectTo = new Uri(other.BaseAddress, MetNorwayStandIn.Path);

        ProviderResult result = await providers["met-norway"].GetAsync(new ForecastRequest(Tromso), Cancel);

        Assert.Equal(RefusalKind.ContractBroken, Assert.IsType<ProviderResult.Refused>(result).Kind);
        Assert.Equal(0, other.Calls);
    }

    [Fact]
    public async Task M15_no_header_of_our_own_invention_is_sent()
    {
        string[] sent = [];
        await using BodyServer upstream = await BodyServer.StartAsync(http =>
        {
            sent = [.. http.Request.Headers.Keys];
            http.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        await using RunningProviders providers = RunningProviders.CreateMetNorway(upstream.BaseAddress);

        await providers["met-norway"].GetAsync(new ForecastRequest(Tromso), Cancel);

        Assert.Subset(
            new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "Host",
                "User-Agent",
                "Accept",
                "Accept-Encoding",
                "If-Modified-Since",
                "traceparent",
            },
            new HashSet<string>(sent, StringComparer.OrdinalIgnoreCase)
        );
    }
}
