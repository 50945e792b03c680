namespace Weather.Providers;

/// <summary>One question to several providers, each starting when the one before has refused or has been silent for too long.</summary>
internal sealed class ProviderRace(GuardedProvider[] runners, TimeSpan patience, TimeProvider time)
{
    private readonly List<Task<ProviderResult>> _running = [];
    private readonly List<ProviderResult.Refused> _refusals = [];

    public async Task<ProviderResult> RunAsync(ForecastRequest request, CancellationToken cancellationToken)
    {
        var course = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task over = Ended(course.Token);
        ProviderResult? winner = null;
        int next = 0;
        while (winner is null && !over.IsCompleted && (next < runners.Length || _running.Count > 0))
        {
            // The clock runs before the question is out: patience counts from the asking, however quickly it is heard of.
            Task silence = next + 1 < runners.Length ? Task.Delay(patience, time, course.Token) : over;
            if (next < runners.Length)
            {
                _running.Add(runners[next++].AskAsync(request, patience, course.Token));
            }

            winner = await HearAsync(silence, over);
        }

        if (winner is null && over.IsCompleted)
        {
            winner = Collect();
            _refusals.Add(new ProviderResult.Refused(RefusalKind.Unreachable, "No answer came in time."));
        }

        await course.CancelAsync();
        _ = DisposeAfterAsync(course, [.. _running]);
        return winner ?? UsefulRefusal.Of(_refusals);
    }

    /// <summary>Until somebody wins, somebody refuses, or it has been silent for too long.</summary>
    private async Task<ProviderResult?> HearAsync(Task silence, Task over)
    {
        if (_running.TrueForAll(task => !task.IsCompleted))
        {
            await Task.WhenAny([.. _running, silence, over]);
        }

        return Collect();
    }

    private ProviderResult? Collect()
    {
        ProviderResult? winner = null;
        foreach (Task<ProviderResult> task in _running.Where(task => task.IsCompleted))
        {
#pragma warning disable MA0042, CA1849 // It is completed, and AskAsync does not throw.
            ProviderResult result = task.Result;
#pragma warning restore MA0042, CA1849
            if (result is ProviderResult.Refused refused)
            {
                _refusals.Add(refused);
            }
            else
            {
                winner ??= result;
            }
        }

        _running.RemoveAll(task => task.IsCompleted);
        return winner;
    }

    /// <summary>The losers hold its token until they have ended.</summary>
    private static async Task DisposeAfterAsync(CancellationTokenSource course, Task[] losers)
    {
        await Task.WhenAll(losers);
        course.Dispose();
    }

    private static Task Ended(CancellationToken token)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        token.Register(static state => ((TaskCompletionSource)state!).TrySetResult(), ended);
        return ended.Task;
    }
}
