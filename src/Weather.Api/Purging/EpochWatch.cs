using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Weather.Api.Purging;

/// <summary>
/// Looks at the <see cref="CacheEpoch"/> of the second level at start and every half minute: a node that a purge did not reach learns of it here.
/// </summary>
internal sealed partial class EpochWatch(CacheEpoch epoch, TimeProvider time, ILogger<EpochWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <summary>A second level that hangs does not keep the node from starting.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (epoch.IsShared)
        {
            await AgreeAsync(cancellationToken);
            await base.StartAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await AgreeAsync(stoppingToken);
        }
    }

    private async Task AgreeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await epoch.AgreeAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever the second level's client throws: without it the node serves on.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogUnknown(exception.GetType().Name);
        }
    }

    [LoggerMessage(
        230,
        LogLevel.Warning,
        "The second level does not say whether everything was purged ({Error}); it is asked again in half a minute"
    )]
    private partial void LogUnknown(string error);
}
