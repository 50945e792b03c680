using Microsoft.Extensions.Hosting;

namespace Weather.ServiceDefaults;

/// <summary>A role hears no signals: the management host does, once per process.</summary>
internal sealed class RoleLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
