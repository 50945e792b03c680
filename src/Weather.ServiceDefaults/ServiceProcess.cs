using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weather.ServiceDefaults.Purging;

namespace Weather.ServiceDefaults;

/// <summary>
/// The process: one management host (health, metrics, signals, telemetry) that runs the given roles. Build with
/// <see cref="Create"/>, then run the returned application.
/// </summary>
public static class ServiceProcess
{
    private static readonly TimeSpan InFlightTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(60);

    public static string Version { get; } =
        Assembly
            .GetEntryAssembly()
            ?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? "0";

    /// <param name="builder">Configuration, logging and further services of the process (tests add theirs).</param>
    /// <param name="roles">In the order in which they start.</param>
    /// <param name="time">The clock of the process.</param>
    public static WebApplication Create(
        WebApplicationBuilder builder,
        IReadOnlyList<IServiceRole> roles,
        TimeProvider time
    )
    {
        bool development = builder.Environment.IsDevelopment();
        ManagementOptions options = ManagementOptionsReader.Read(builder.Configuration);
        TimeSpan drain = options.DrainDelay ?? (development ? TimeSpan.Zero : TimeSpan.FromSeconds(5));
        if (drain < TimeSpan.Zero || drain > LongestDrain)
        {
            throw new InvalidConfigurationException(
                "Weather:Management:DrainDelay",
                "must be between 00:00:00 and 00:01:00"
            );
        }

        foreach (IServiceRole role in roles)
        {
            builder.Services.AddSingleton(role);
        }

        builder.Services.AddSingleton(time);
        builder.Services.AddTelemetry(builder.Configuration, Version);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = drain + InFlightTime);
        builder.Services.AddSingleton<Draining>();
        builder.Services.AddSingleton(services => new RoleContext(
            builder.Configuration,
            builder.Environment.EnvironmentName,
            services.GetRequiredService<ILoggerFactory>(),
            time,
            services.GetRequiredService<Draining>()
        ));
        builder.Services.AddHostedService(services => new RoleRunner(
            roles,
            services.GetRequiredService<RoleContext>(),
            drain,
            services.GetRequiredService<ILogger<RoleRunner>>()
        ));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The Kestrel section is the public port's: an empty loader takes its place here.
            kestrel.Configure();
        });

        WebApplication app = builder.Build();
        app.Urls.Clear();
        app.Urls.Add(options.Url.GetLeftPart(UriPartial.Authority));
        app.MapHealth(roles);
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapPurge(roles, builder.Configuration, time);
        foreach (IServiceRole role in roles)
        {
            role.MapManagement(app);
        }

        return app;
    }

    private static void MapHealth(this WebApplication app, IReadOnlyList<IServiceRole> roles)
    {
        Draining draining = app.Services.GetRequiredService<Draining>();
        RouteGroupBuilder health = app.MapGroup("/healthz");
        health.MapGet("/live", () => Results.Text("live"));
        health.MapGet(
            "/startup",
            () =>
                roles.All(role => role.Addresses.Count > 0)
                    ? Results.Text("started")
                    : Unavailable("starting")
        );
        health.MapGet(
            "/ready",
            async (CancellationToken cancellationToken) =>
            {
                if (draining.Begun)
                {
                    return Unavailable("draining");
                }

                foreach (IServiceRole role in roles)
                {
                    if (role.Addresses.Count == 0 || !await role.IsReadyAsync(cancellationToken))
                    {
                        return Unavailable($"role {role.Name} is not ready");
                    }
                }

                return Results.Text("ready");
            }
        );
    }

    private static IResult Unavailable(string why) =>
        Results.Text(why, statusCode: StatusCodes.Status503ServiceUnavailable);
}
