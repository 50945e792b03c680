using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Weather.Edge.Files;
using Weather.Edge.Headers;
using Weather.Edge.Limits;
using Weather.Edge.Management;
using Weather.Edge.Proxy;
using Weather.HttpCache;
using Weather.ServiceDefaults;
using Weather.ServiceDefaults.Purging;

namespace Weather.Edge;

/// <summary>The edge as a role of the process.</summary>
/// <param name="urls">Where the public listens.</param>
/// <param name="apiAddresses">
/// Where the API of this process listens, asked for at start (the API starts first); null when it is somewhere else and
/// <c>ReverseProxy:Clusters:api</c> says where.
/// </param>
public sealed partial class EdgeRole(
    IReadOnlyCollection<string> urls,
    Func<IReadOnlyCollection<string>>? apiAddresses
) : IServiceRole, IPurgeable
{
    private WebApplication? _app;
    private bool _ownRoutes;

    public string Name => "edge";

    public IReadOnlyCollection<string> Addresses => _app is null ? [] : [.. _app.Urls];

    public async Task StartAsync(RoleContext context, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = RoleHost.CreateBuilder(context, urls, isPublic: true);
        builder.Services.Replace(ServiceDescriptor.Singleton<DistributedContextPropagator>(new OwnTraces()));
        _ownRoutes = builder.AddProxy(apiAddresses?.Invoke());
        var limits = ConnectionLimits.Read(builder.Configuration, _ownRoutes);
        builder.WebHost.ConfigureKestrel(kestrel => limits.Apply(kestrel.Limits));
        builder.Services.AddMissLimits(builder.Configuration, _ownRoutes);
        builder.Services.AddManagement(builder.Configuration);
        builder.Services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        builder.Services.AddHttpCache(options =>
        {
            options.ForwardingFailed = OriginReport.Failed;
            options.ForwardingTimedOut = OriginReport.TimedOut;
            CacheSettings.Read(builder.Configuration, options);
        });
        WebApplication app = builder.Build();
        app.UseDraining();
        app.RefuseMalformedRequests();
        app.UseTrustedProxies(builder.Configuration);
        IReadOnlyList<string> ofWords = _ownRoutes ? UseOwnPages(app) : [WidgetFiles.Fallback];
        app.UseConnectionOptions();
        app.UseHttpCache();
        app.MapReverseProxy(pipeline =>
            {
                pipeline.UseFailover();
                pipeline.UseSessionAffinity();
                pipeline.UseLoadBalancing();
                pipeline.UsePassiveHealthChecks();
            })
            .UseKeyRules(EdgeOptions.Languages(builder.Configuration, ofWords));
        if (!_ownRoutes)
        {
            LogForeignRoutes(context.LoggerFactory.CreateLogger<EdgeRole>());
        }

        await app.StartAsync(cancellationToken);
        _app = app;
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Ready once it listens: it serves the widget, and what it holds, whatever the API does.</summary>
    public ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken) => ValueTask.FromResult(true);

    public async Task<IReadOnlyList<NodeResult>> PurgeAsync(
        Purge purge,
        CancellationToken cancellationToken
    ) =>
        _app is null
            ? [NodeResult.Failed(Name, "It has not started.")]
            : await _app
                .Services.GetRequiredService<EdgePurge>()
                .PurgeAsync(purge, apiIsElsewhere: _ownRoutes && apiAddresses is null, cancellationToken);

    public void MapManagement(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/cache/stats", (HttpContext http) => CacheStats.Tell(http, _app?.Services));

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>What stands before the cache when the answers are ours; another's are not rewritten.</summary>
    /// <returns>The languages of the widget's words.</returns>
    private static IReadOnlyList<string> UseOwnPages(WebApplication app)
    {
        IReadOnlyCollection<string> origins = EdgeOptions.Origins(app.Configuration);
        app.UseHsts();
        new SecurityHeaders(origins).Use(app);
        app.UseStatusProblems();
        new CrossOrigin(origins).Use(app);
        app.RefuseBodies();
        string site = Path.Combine(AppContext.BaseDirectory, "site");
        WidgetReleases? releases = ReleaseKeeper.Keep(
            app.Configuration,
            site,
            app.Services.GetRequiredService<ILogger<WidgetReleases>>()
        );
        var files = WidgetFiles.Load(site, releases);
        app.UseWidgetFiles(files);
        return files.Languages;
    }

    [LoggerMessage(
        401,
        LogLevel.Information,
        "ReverseProxy:Routes is set: this edge is a caching proxy for those routes; widget, pages, the API's paths, Weather:Origins and default limits are off"
    )]
    private static partial void LogForeignRoutes(ILogger logger);
}
