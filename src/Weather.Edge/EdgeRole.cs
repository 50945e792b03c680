using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Weather.Edge.Files;
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
    private const int LargestBody = 16 * 1024;
    private WebApplication? _app;

    public string Name => "edge";

    public IReadOnlyCollection<string> Addresses => _app is null ? [] : [.. _app.Urls];

    public async Task StartAsync(RoleContext context, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = RoleHost.CreateBuilder(context, readsKestrelSection: true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        bool ownRoutes = builder.AddProxy(apiAddresses?.Invoke());
        builder.Services.AddHttpCache(options =>
        {
            options.ForwardingFailed = OriginReport.Failed;
            options.ForwardingTimedOut = OriginReport.TimedOut;
            CacheSettings.Read(builder.Configuration, options);
        });
        WebApplication app = builder.Build();
        foreach (string url in urls)
        {
            app.Urls.Add(url);
        }

        app.UseDraining();
        app.RefuseMalformedRequests();
        IReadOnlyList<string> languages = EdgeOptions.Languages(
            builder.Configuration,
            [WidgetFiles.Fallback]
        );
        if (ownRoutes)
        {
            app.UseStatusProblems();
            new CrossOrigin(EdgeOptions.Origins(builder.Configuration)).Use(app);
            var files = WidgetFiles.Load(Path.Combine(AppContext.BaseDirectory, "site"));
            app.UseWidgetFiles(files);
            languages = EdgeOptions.Languages(builder.Configuration, files.Languages);
        }

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
