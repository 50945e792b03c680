using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Weather.ServiceDefaults;

/// <summary>
/// Starts the roles in order with the process and stops them in reverse after the drain, while the management port still
/// answers (so that "not ready" can be seen).
/// </summary>
internal sealed partial class RoleRunner(
    IReadOnlyList<IServiceRole> roles,
    RoleContext context,
    TimeSpan drainDelay,
    ILogger<RoleRunner> logger
) : IHostedLifecycleService
{
    private int _started;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (IServiceRole role in roles)
        {
            await role.StartAsync(context, cancellationToken);
            _started++;
            LogListening(role.Name, string.Join(", ", role.Addresses));
        }
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        context.Draining.Begin();
        LogDraining(drainDelay);
        await Task.Delay(drainDelay, context.Time, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (_started > 0)
        {
            IServiceRole role = roles[--_started];
            await role.StopAsync(cancellationToken);
            await role.DisposeAsync();
            LogStopped(role.Name);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(100, LogLevel.Information, "Role {Role} listens on {Addresses}")]
    private partial void LogListening(string role, string addresses);

    [LoggerMessage(101, LogLevel.Information, "Draining for {Delay}, then stopping")]
    private partial void LogDraining(TimeSpan delay);

    [LoggerMessage(102, LogLevel.Information, "Role {Role} stopped")]
    private partial void LogStopped(string role);
}
