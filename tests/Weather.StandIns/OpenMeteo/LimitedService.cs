using Microsoft.AspNetCore.Http;

namespace Weather.StandIns.OpenMeteo;

/// <summary>Serves behind a <see cref="RateLimiter"/>: 429 in Open-Meteo's words, and one request at a time.</summary>
internal sealed class LimitedService : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _one = new(RateLimiter.ConcurrencyLimit);
    private int _tooMany;

    /// <summary>None limits nothing.</summary>
    public RateLimiter? Limiter { get; set; }

    public int TooMany => Volatile.Read(ref _tooMany);

    /// <param name="http">The request.</param>
    /// <param name="now">Unix milliseconds.</param>
    /// <param name="answer">Answers, and tells the weight of the answer.</param>
    public async Task ServeAsync(HttpContext http, Func<long> now, Func<Task<double>> answer)
    {
        if (Limiter is not { } limiter)
        {
            await answer();
            return;
        }

        string? reason;
        lock (_lock)
        {
            reason = limiter.Enter(now());
        }

        if (reason is not null)
        {
            Interlocked.Increment(ref _tooMany);
            await Answers.RefuseAsync(http, new Refusal(429, reason));
            return;
        }

        double weight = 1;
        // The server goes on with what a client gave up.
        await _one.WaitAsync(CancellationToken.None);
        try
        {
            weight = await answer();
        }
        finally
        {
            _one.Release();
            lock (_lock)
            {
                limiter.Leave(now(), (float)weight);
            }
        }
    }

    public void Dispose() => _one.Dispose();
}
