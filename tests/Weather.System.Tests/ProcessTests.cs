using System.Net;
using Weather.StandIns;
using Xunit;

namespace Weather.System.Tests;

/// <summary>The built server as a process of its own: start, refusal to start, drain.</summary>
public sealed class ProcessTests
{
    private static readonly string Built = AppContext.BaseDirectory;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Weather__Role", "everything", "Weather:Role must be all, edge or api.")]
    [InlineData("Weather__Management__Url", "nowhere", "Weather:Management:Url must be")]
    [InlineData("Weather__Management__DrainDelay", "00:05:00", "Weather:Management:DrainDelay must be")]
    [InlineData("Weather__Usage", "sometimes", "Weather:Usage")]
    [InlineData("ConnectionStrings__Redis", "a:1,nosuchoption=1", "ConnectionStrings:Redis must be")]
    [InlineData(
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT",
        "1",
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT must be"
    )]
    public async Task Wrong_setting_stops_the_start_and_names_itself(
        string key,
        string value,
        string sentence
    )
    {
        await using PublishedServer server = PublishedServer.Start(
            Built,
            ["--urls=http://127.0.0.1:0"],
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("Weather__Management__Url", "http://127.0.0.1:0"),
            (key, value)
        );

        int exitCode = await server.WaitForExitAsync(Cancel);

        Assert.NotEqual(0, exitCode);
        Assert.Contains(sentence, server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_that_is_none_stops_the_start()
    {
        await using PublishedServer server = PublishedServer.Start(
            Built,
            ["--urls=localhost:8080"],
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("Weather__Management__Url", "http://127.0.0.1:0")
        );

        int exitCode = await server.WaitForExitAsync(Cancel);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("ASPNETCORE_URLS must hold", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unset_usage_outside_Development_refuses_to_start()
    {
        await using PublishedServer server = PublishedServer.Start(
            Built,
            ["--urls=http://127.0.0.1:0"],
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("Weather__Management__Url", "http://127.0.0.1:0")
        );

        int exitCode = await server.WaitForExitAsync(Cancel);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Weather:Usage", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Port_that_is_taken_is_named_in_one_sentence()
    {
        await using OpenMeteoStandIn taken = await OpenMeteoStandIn.StartAsync();
        await using PublishedServer server = PublishedServer.Start(
            Built,
            [$"--urls={taken.BaseAddress}"],
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("Weather__Management__Url", "http://127.0.0.1:0")
        );

        int exitCode = await server.WaitForExitAsync(Cancel);

        Assert.NotEqual(0, exitCode);
        Assert.Contains(taken.BaseAddress.Authority, server.Output, StringComparison.Ordinal);
        Assert.Contains("ASPNETCORE_URLS", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edge_without_an_api_address_refuses_to_start()
    {
        await using PublishedServer server = PublishedServer.Start(
            Built,
            ["edge", "--urls=http://127.0.0.1:0"],
            ("Weather__Management__Url", "http://127.0.0.1:0")
        );

        int exitCode = await server.WaitForExitAsync(Cancel);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("ReverseProxy:Clusters:api:Destinations", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sigterm_under_load_loses_no_request()
    {
        await using OpenMeteoStandIn upstream = await OpenMeteoStandIn.StartAsync();
        int port = PublishedServer.FreePort();
        int managementPort = PublishedServer.FreePort();
        await using PublishedServer server = PublishedServer.Start(
            Built,
            [],
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"),
            ("Weather__Management__Url", $"http://127.0.0.1:{managementPort}"),
            ("Weather__Management__DrainDelay", "00:00:01"),
            ("Weather__Providers__OpenMeteo__BaseAddress", upstream.BaseAddress.ToString())
        );
        var management = new Uri($"http://127.0.0.1:{managementPort}/healthz/ready");
        await server.WaitForAsync(management, Cancel);

        var draining = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int served = 0;
        Task[] clients = [.. Enumerable.Range(0, 8).Select(_ => ClientAsync())];
        server.Signal("TERM");
        await WaitUntilNotReadyAsync(management);
        draining.SetResult();
        await Task.WhenAll(clients);
        int exitCode = await server.WaitForExitAsync(Cancel);

        Assert.Equal(0, exitCode);
        Assert.True(served > 0);

        // A client works until it is told that the server drains, as a balancer's traffic does; every answer must be whole.
        async Task ClientAsync()
        {
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            while (!draining.Task.IsCompleted)
            {
                using HttpResponseMessage answer = await http.GetAsync("/v1/forecast?city=Rabat", Cancel);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                await answer.Content.ReadAsByteArrayAsync(Cancel);
                Interlocked.Increment(ref served);
            }
        }
    }

    private static async Task WaitUntilNotReadyAsync(Uri ready)
    {
        using var http = new HttpClient();
        HttpStatusCode status;
        do
        {
            using HttpResponseMessage answer = await http.GetAsync(ready, Cancel);
            status = answer.StatusCode;
        } while (status == HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
    }
}
