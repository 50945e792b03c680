using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Weather.Edge.Files;
using Weather.Edge.Limits;
using Weather.Edge.Proxy;
using Weather.HttpCache;
using Weather.ServiceDefaults;

namespace Weather.Edge;

/// <summary>The edge as a role of the process.</summary>
/// <param name="urls">Where the public listens.</param>
/// <param name="apiAddresses">
/// Where the API of this process listens, asked for at start (the API starts first); null when it is somewhere else and
/// <c>ReverseProxy:Clusters:api</c> says where.
/// </param>
public sealed class EdgeRole(
    IReadOnlyCollection<string> urls,
    Func<IReadOnlyCollection<string>>? apiAddresses
) : IServiceRole
{
    private WebApplication? _app;

    public string Name => "edge";

    public IReadOnlyCollection<string> Addresses => _app is null ? [] : [.. _app.Urls];

    public async Task StartAsync(RoleContext context, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = RoleHost.CreateBuilder(context, urls, isPublic: true);
        builder.Services.Replace(ServiceDescriptor.Singleton<DistributedContextPropagator>(new OwnTraces()));
        bool ownRoutes = builder.AddProxy(apiAddresses?.Invoke());
        var limits = ConnectionLimits.Read(builder.Configuration, ownRoutes);
        builder.WebHost.ConfigureKestrel(kestrel => limits.Apply(kestrel.Limits));
        builder.Services.AddHttpCache(options =>
        {
            options.ForwardingFailed = OriginReport.Failed;
            CacheSettings.Read(builder.Configuration, options);
        });
        WebApplication app = builder.Build();
        app.UseDraining();
        IReadOnlyList<string> languages = EdgeOptions.Languages(
            builder.Configuration,
            [WidgetFiles.Fallback]
        );
        if (ownRoutes)
        {
            app.UseStatusProblems();
            new CrossOrigin(EdgeOptions.Origins(builder.Configuration)).Use(app);
            app.RefuseBodies();
            var files = WidgetFiles.Load(Path.Combine(AppContext.BaseDirectory, "site"));
            app.UseWidgetFiles(files);
            languages = EdgeOptions.Languages(builder.Configuration, files.Languages);
        }

        app.UseConnectionOptions();
        app.UseHttpCache();
        app.MapReverseProxy().UseKeyRules(languages);
        await app.StartAsync(cancellationToken);
        _app = app;
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Ready once it listens: it serves the widget, and what it holds, whatever the API does.</summary>
    public ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken) => ValueTask.FromResult(true);

    public void MapManagement(IEndpointRouteBuilder endpoints) { }

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;
}
