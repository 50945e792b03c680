using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Weather.Server;
using Weather.ServiceDefaults;

namespace Weather.System.Tests;

/// <summary>The service inside the test's process, on ports of its own.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _process;

    private RunningServer(WebApplication process)
    {
        _process = process;
        Public = new HttpClient { BaseAddress = Address(Roles[^1].Addresses) };
        Management = new HttpClient { BaseAddress = Address([.. process.Urls]) };
        Public.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("tests", "1"));
    }

    public HttpClient Public { get; }

    public HttpClient Management { get; }

    public IServiceProvider Services => _process.Services;

    private IServiceRole[] Roles => [.. _process.Services.GetServices<IServiceRole>()];

    public static async Task<RunningServer> StartAsync(
        string[] args,
        Action<WebApplicationBuilder>? configure = null
    )
    {
        WebApplication process = WeatherProcess.Build(
            [
                .. args,
                "--environment=Development",
                "--urls=http://127.0.0.1:0",
                "--Weather:Management:Url=http://127.0.0.1:0",
                // What one test fetched is none of the next one's business.
                "--Weather:StateDirectory=none",
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                configure?.Invoke(builder);
            }
        );
        await process.StartAsync();
        return new RunningServer(process);
    }

    public Task StopAsync() => _process.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Public.Dispose();
        Management.Dispose();
        await _process.StopAsync();
        await _process.DisposeAsync();
    }

    private static Uri Address(IReadOnlyCollection<string> addresses) => new(addresses.First());
}
