namespace Weather.StandIns;

/// <summary>
/// Where requests wait until a test lets them go: a barrier in place of a sleep. <see cref="Release"/> frees everyone who
/// waits at that moment, and disarms a hold that nobody met.
/// </summary>
internal sealed class Gate
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _open = New();
    private TaskCompletionSource? _held;

    /// <returns>Completes when the next request has arrived and waits.</returns>
    public Task HoldNext()
    {
        lock (_lock)
        {
            _held ??= New();
            return _held.Task;
        }
    }

    public void Release()
    {
        lock (_lock)
        {
            _held = null;
            _open.TrySetResult();
            _open = New();
        }
    }

    /// <summary>Waits if this request is the one to be held; passes otherwise.</summary>
    public Task PassAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_held is not { } held)
            {
                return Task.CompletedTask;
            }

            _held = null;
            Task wait = _open.Task.WaitAsync(cancellationToken);
            held.TrySetResult();
            return wait;
        }
    }

    /// <summary>Waits for the next release in any case.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _open.Task.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
