using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Weather.Edge.Files;
using Weather.Edge.Proxy;
using Weather.HttpCache;
using Weather.ServiceDefaults;
using Xunit;
using Yarp.ReverseProxy.Configuration;

namespace Weather.Edge.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("MaxBytes", "256 MiB")]
    [InlineData("MaxBytes", "-1")]
    [InlineData("MaxBytes", "1000")]
    [InlineData("MaxBodyBytes", "0")]
    [InlineData("MaxBodyBytes", "3000000000")]
    [InlineData("FetchDeadline", "soon")]
    [InlineData("FetchDeadline", "10")]
    [InlineData("SoftDeadline", "-00:00:01")]
    [InlineData("SoftDeadline", "00:00:10")]
    [InlineData("ProbeInterval", "00:00:00")]
    public async Task A_cache_setting_that_cannot_be_stops_the_start_by_its_name(string name, string value)
    {
        string key = $"Weather:Edge:Cache:{name}";
        InvalidConfigurationException refused = await Assert.ThrowsAsync<InvalidConfigurationException>(() =>
            RunningEdge.StartAsync((key, value))
        );
        Assert.Equal(key, refused.Key);
    }

    [Fact]
    public void What_is_set_is_taken_and_the_rest_stays()
    {
        HttpCacheOptions options = new();
        CacheSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection([
                    new("Weather:Edge:Cache:MaxBytes", "1000000"),
                    new("Weather:Edge:Cache:MaxBodyBytes", "1000"),
                    new("Weather:Edge:Cache:FetchDeadline", "00:00:05"),
                    new("Weather:Edge:Cache:SoftDeadline", "00:00:00.1"),
                ])
                .Build(),
            options
        );
        Assert.Equal(1_000_000, options.MaxBytes);
        Assert.Equal(1000, options.MaxBodyBytes);
        Assert.Equal(TimeSpan.FromSeconds(5), options.FetchDeadline);
        Assert.Equal(TimeSpan.FromMilliseconds(100), options.SoftDeadline);
        Assert.Equal(new HttpCacheOptions().ProbeInterval, options.ProbeInterval);
    }

    [Fact]
    public async Task A_hanging_API_ends_within_the_fetch_deadline_that_is_set_as_a_504()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        // It takes connections and never answers.
        using var hanging = new TcpListener(IPAddress.Loopback, 0);
        hanging.Start();
        await using RunningEdge edge = await RunningEdge.StartAsync(
            ("ReverseProxy:Clusters:api:Destinations:one:Address", $"http://{hanging.LocalEndpoint}"),
            ("Weather:Edge:Cache:FetchDeadline", "00:00:01")
        );
        long began = Stopwatch.GetTimestamp();
        using HttpResponseMessage response = await edge.Http.GetAsync("/v1/forecast?city=fes", cancel);
        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    /// <summary>A hang must end as the API's fault, in the forwarder: ended by the cache it would look like a client that left.</summary>
    [Fact]
    public async Task The_forwarder_loses_patience_before_the_fetch_deadline_that_is_set()
    {
        var deadline = TimeSpan.FromSeconds(1);
        var defaults = new OriginDefaults(Options.Create(new HttpCacheOptions { FetchDeadline = deadline }));

        ClusterConfig cluster = await defaults.ConfigureClusterAsync(
            new ClusterConfig { ClusterId = "api" },
            TestContext.Current.CancellationToken
        );

        Assert.InRange(cluster.HttpRequest!.ActivityTimeout!.Value, deadline / 2, deadline * 0.9);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_widget_that_was_not_built_is_said_in_a_sentence(bool isEmptyFolder)
    {
        string directory = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        if (isEmptyFolder)
        {
            Directory.CreateDirectory(directory);
        }

        try
        {
            InvalidConfigurationException refused = Assert.Throws<InvalidConfigurationException>(() =>
                WidgetFiles.Load(directory)
            );
            Assert.StartsWith(
                "The widget was not built beside the server",
                refused.Message,
                StringComparison.Ordinal
            );
            Assert.Contains(directory, refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            if (isEmptyFolder)
            {
                Directory.Delete(directory);
            }
        }
    }
}
