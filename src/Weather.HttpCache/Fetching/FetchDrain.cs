using Microsoft.Extensions.Hosting;

namespace Weather.HttpCache.Fetching;

/// <summary>
/// When the host stops, and its server has: what is being fetched in the background may end, for as long as the host has time; then it is
/// cancelled. Codings that are being made are simply lost.
/// </summary>
internal sealed class FetchDrain(FetchCoordinator coordinator, Fetcher fetcher, TimeProvider time)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task settled = coordinator.SettledAsync();
        await settled.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        fetcher.Cancel();
        await settled
            .WaitAsync(Fetcher.Grace, time, CancellationToken.None)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
