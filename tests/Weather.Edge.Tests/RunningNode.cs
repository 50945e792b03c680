using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Weather.Api;
using Weather.ServiceDefaults;
using Weather.StandIns;

namespace Weather.Edge.Tests;

/// <summary>A whole process inside the test's: roles and a management port, each on a port of its own.</summary>
internal sealed class RunningNode : IAsyncDisposable
{
    public const string Token = "the operator's";

    private readonly WebApplication _process;

    private RunningNode(WebApplication process, IServiceRole publicRole)
    {
        _process = process;
        ManagementUrl = process.Urls.First();
        Management = new HttpClient { BaseAddress = new Uri(ManagementUrl) };
        Management.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        PublicUrl = publicRole.Addresses.First();
        Public = new HttpClient { BaseAddress = new Uri(PublicUrl) };
    }

    public HttpClient Public { get; }

    public HttpClient Management { get; }

    public string PublicUrl { get; }

    public string ManagementUrl { get; }

    public IServiceProvider Services => _process.Services;

    public static Task<RunningNode> EdgeAsync(params (string Key, string Value)[] settings) =>
        EdgeAsync(_ => { }, settings);

    public static Task<RunningNode> EdgeAsync(
        Action<WebApplicationBuilder> configure,
        params (string Key, string Value)[] settings
    ) => StartAsync([new EdgeRole(["http://127.0.0.1:0"], apiAddresses: null)], settings, configure);

    public static Task<RunningNode> ApiAsync(
        OpenMeteoStandIn upstream,
        params (string Key, string Value)[] settings
    ) =>
        StartAsync(
            [new ApiRole(["http://127.0.0.1:0"], isPublic: true)],
            [.. Upstream(upstream), .. settings]
        );

    /// <summary>Role <c>all</c>.</summary>
    public static Task<RunningNode> AllAsync(
        OpenMeteoStandIn upstream,
        params (string Key, string Value)[] settings
    )
    {
        var api = new ApiRole(["http://127.0.0.1:0"], isPublic: false);
        return StartAsync(
            [api, new EdgeRole(["http://127.0.0.1:0"], () => api.Addresses)],
            [.. Upstream(upstream), .. settings]
        );
    }

    public async Task<string> CacheStatusAsync(string path, CancellationToken cancellationToken)
    {
        using HttpResponseMessage answer = await Public.GetAsync(path, cancellationToken);
        return answer.EnsureSuccessStatusCode().Headers.GetValues("Cache-Status").Single();
    }

    public async ValueTask DisposeAsync()
    {
        Public.Dispose();
        Management.Dispose();
        await _process.StopAsync();
        await _process.DisposeAsync();
    }

    private static (string, string)[] Upstream(OpenMeteoStandIn upstream) =>
        [
            ("Weather:Usage", "non-commercial"),
            ("Weather:StateDirectory", "none"),
            ("Weather:Providers:OpenMeteo:BaseAddress", $"{upstream.BaseAddress}"),
        ];

    private static async Task<RunningNode> StartAsync(
        IServiceRole[] roles,
        (string Key, string Value)[] settings,
        Action<WebApplicationBuilder>? configure = null
    )
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { EnvironmentName = "Production" }
        );
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Weather:Management:Url"] = "http://127.0.0.1:0",
                ["Weather:Management:DrainDelay"] = "00:00:00",
                ["Weather:Management:Token"] = Token,
            }
        );
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))
        );
        configure?.Invoke(builder);
        WebApplication process = ServiceProcess.Create(builder, roles, TimeProvider.System);
        await process.StartAsync();
        return new RunningNode(process, roles[^1]);
    }
}
