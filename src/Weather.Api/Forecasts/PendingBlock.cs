namespace Weather.Api.Forecasts;

/// <summary>
/// A block that is on its way. It has its time from the start of the request, while the forecast is fetched too; what comes later
/// but is there when the forecast is, counts.
/// </summary>
internal sealed class PendingBlock<T>
    where T : class
{
    private readonly Task _wait;
    private Task<T>? _flight;

    /// <param name="start">Starts the flight, or joins it. It goes on whatever happens here.</param>
    public PendingBlock(Func<Task<T>> start, TimeSpan patience, TimeProvider time) =>
        _wait = WaitAsync(start, patience, time);

    /// <returns>Null when it is not there in time, or failed: the forecast goes without.</returns>
    public async Task<T?> GetAsync()
    {
        await _wait;
        return _flight is { IsCompletedSuccessfully: true } flight ? await flight : null;
    }

    private async Task WaitAsync(Func<Task<T>> start, TimeSpan patience, TimeProvider time)
    {
        using var enough = new CancellationTokenSource(patience, time);
        _flight = start();
        await ((Task)_flight).WaitAsync(enough.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
