using NodaTime;

namespace Weather.Providers.Budget;

/// <summary>What a provider allows: weight per fixed window, and how many requests at a time.</summary>
internal sealed record BudgetPlan
{
    /// <summary>Open-Meteo's free host (research: RateLimiter.swift): 600, 5,000 and 10,000; one runs per address, four more may wait.</summary>
    public static readonly BudgetPlan Free = new()
    {
        Limits = [(BudgetWindow.Minute, 600), (BudgetWindow.Hour, 5_000), (BudgetWindow.Day, 10_000)],
    };

    /// <summary>Open-Meteo's paid plans: calls per month; max(2, calls / 5 M) at a time, 256 with those that wait.</summary>
    public static BudgetPlan Monthly(double calls) =>
        new()
        {
            Limits = [(BudgetWindow.Month, calls)],
            Running = Math.Max(2, (int)(calls / 5_000_000)),
            AtServer = 256,
        };

    /// <summary>From the shortest window to the longest.</summary>
    public required IReadOnlyList<(BudgetWindow Window, double Limit)> Limits { get; init; }

    /// <summary>How many we send at a time.</summary>
    public int Running { get; init; } = 1;

    /// <summary>How many the server bears, those included that we gave up and it may still be working on.</summary>
    public int AtServer { get; init; } = 5;

    /// <summary>How many of ours wait for their turn before more are refused. At 100 ms each, the last one waits as long as a fetch may take.</summary>
    public int Waiting { get; init; } = 96;

    /// <summary>This share of the longest window is kept for places that are asked for the first time.</summary>
    public double Reserve { get; init; } = 0.1;

    /// <summary>
    /// How far the server's windows may lag behind the clock: its counters are emptied by a task that runs once a minute and drifts,
    /// and its clock is not ours.
    /// </summary>
    public Duration Late { get; init; } = Duration.FromSeconds(62);

    /// <summary>How far its clock may be ahead of ours.</summary>
    public Duration Early { get; init; } = Duration.FromSeconds(2);

    /// <summary>How long the server may still work on (and then count) a request that we gave up, or that a crash ended for us.</summary>
    public Duration Linger { get; init; } = Duration.FromSeconds(60);
}
