using Microsoft.AspNetCore.Routing;

namespace Weather.ServiceDefaults;

/// <summary>
/// One public host of the process (the edge, the API). Started in order and stopped in reverse by
/// <see cref="RoleRunner"/>; it brings no telemetry, signals or console of its own.
/// </summary>
public interface IServiceRole : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Where it listens, once started.</summary>
    IReadOnlyCollection<string> Addresses { get; }

    Task StartAsync(RoleContext context, CancellationToken cancellationToken);

    /// <summary>Finishes requests in flight, then returns.</summary>
    Task StopAsync(CancellationToken cancellationToken);

    /// <summary>Whether it can serve something now; a degraded role is ready.</summary>
    ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken);

    /// <summary>What the role offers on the management port.</summary>
    void MapManagement(IEndpointRouteBuilder endpoints);
}
