using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Weather.Server;
using Weather.ServiceDefaults;

namespace Weather.Browser.Tests;

/// <summary>Role <c>all</c> inside the test's process, on loopback ports of its own, in front of the given upstream.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    /// <summary>Port 1: nobody listens there, and no test can be given it by chance.</summary>
    public static readonly Uri DeadUpstream = new("http://127.0.0.1:1/");

    private readonly WebApplication _process;

    private RunningService(WebApplication process) => _process = process;

    /// <summary>The public address, with a trailing slash.</summary>
    public Uri Address => new(_process.Services.GetServices<IServiceRole>().Last().Addresses.First());

    public static async Task<RunningService> StartAsync(Uri openMeteo, params string[] settings)
    {
        WebApplication process = WeatherProcess.Build(
            [
                "--environment=Development",
                "--urls=http://127.0.0.1:0",
                "--Weather:Management:Url=http://127.0.0.1:0",
                "--Weather:StateDirectory=none",
                $"--Weather:Providers:OpenMeteo:BaseAddress={openMeteo}",
                .. settings,
            ],
            builder => builder.Logging.ClearProviders()
        );
        await process.StartAsync();
        return new RunningService(process);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.StopAsync();
        await _process.DisposeAsync();
    }
}
