using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime.TimeZones;
using Scalar.AspNetCore;
using Weather.Api.About;
using Weather.Api.Forecasts;
using Weather.Api.Places;
using Weather.Api.Purging;
using Weather.Places;
using Weather.Providers;
using Weather.ServiceDefaults;
using Weather.ServiceDefaults.Purging;

namespace Weather.Api;

/// <summary>The API as a role of the process. Means everything it says in headers, so that any shared cache can stand in front.</summary>
/// <param name="urls">Where to listen, such as <c>http://127.0.0.1:0</c>.</param>
/// <param name="isPublic">Whether that is the public port, with the certificates of the <c>Kestrel</c> section.</param>
public sealed partial class ApiRole(IReadOnlyCollection<string> urls, bool isPublic)
    : IServiceRole,
        IPurgeable
{
    private WebApplication? _app;

    public string Name => "api";

    public IReadOnlyCollection<string> Addresses => _app is null ? [] : [.. _app.Urls];

    /// <summary>What runs, for tests; null before the start.</summary>
    internal IServiceProvider? Services => _app?.Services;

    public async Task StartAsync(RoleContext context, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = RoleHost.CreateBuilder(context, urls, isPublic);
        builder.Services.AddPlaces(PlacesSettings.Read(builder.Configuration));
        builder.Services.AddSingleton<PlaceResolver>();
        builder.Services.AddSingleton<PointResolver>();
        builder.Services.AddWeatherProviders(builder.Configuration, context.IsDevelopment);
        builder.Services.AddForecasts(
            builder.Configuration,
            WritableState.Open(builder.Configuration, context.IsDevelopment),
            ProviderIdentity.Of(builder.Configuration, context.IsDevelopment)
        );
        builder.Services.AddOpenApi(ApiDescription.Document);
        WebApplication app = builder.Build();
        // What cannot work stops the start, and not the first visitor.
        app.Services.GetRequiredService<ForecastCache>();
        app.Services.GetRequiredService<IGazetteer>();
        app.UseDraining();
        app.RefuseMalformedRequests();
        app.UseServerTiming();
        new CrossOrigin([]).Use(app);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = StatusProblems.WriteAsync });
        app.UseStatusProblems();
        app.MapPlaces();
        app.MapForecasts();
        app.MapAbout();
        app.MapOpenApi();
        app.MapScalarApiReference("/docs", ApiDescription.Page);
        LogZones(context.LoggerFactory.CreateLogger<ApiRole>(), TzdbDateTimeZoneSource.Default.TzdbVersion);
        await app.StartAsync(cancellationToken);
        _app = app;
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Ready without Redis and without upstreams: it can still serve what it has.</summary>
    public ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken) => ValueTask.FromResult(true);

    public async Task<IReadOnlyList<NodeResult>> PurgeAsync(
        Purge purge,
        CancellationToken cancellationToken
    ) =>
        [
            _app is null
                ? NodeResult.Failed(Name, "It has not started.")
                : await _app.Services.GetRequiredService<ApiPurge>().PurgeAsync(purge, cancellationToken),
        ];

    /// <summary>Mapped before the role starts, hence what it needs is looked for when somebody asks.</summary>
    public void MapManagement(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(
            "/providers/{name}/reset",
            (string name, HttpContext http) => ProviderReset.Do(name, http, Services)
        );

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    [LoggerMessage(300, LogLevel.Information, "Time zones: tzdb {Version}")]
    private static partial void LogZones(ILogger logger, string version);
}
