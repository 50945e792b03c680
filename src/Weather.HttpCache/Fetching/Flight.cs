namespace Weather.HttpCache.Fetching;

/// <summary>A fetch under way. It ends whoever leaves; waiting for it is done with the waiter's own token.</summary>
internal sealed class Flight(DateTimeOffset began)
{
    private readonly TaskCompletionSource<FetchOutcome> _landing = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private volatile bool _condemned;

    public DateTimeOffset Began { get; } = began;

    public Task<FetchOutcome> Landing => _landing.Task;

    /// <summary>A purge or an unsafe request came meanwhile: what lands was asked for before it and is not stored.</summary>
    public bool IsCondemned => _condemned;

    public void Condemn() => _condemned = true;

    public void Land(FetchOutcome outcome) => _landing.TrySetResult(outcome);

    public void Crash(Exception exception) => _landing.TrySetException(exception);
}
