using NodaTime;
using Weather.Providers.Budget;

namespace Weather.Providers.Refresh;

/// <summary>When a forecast stops counting as fresh. Pure: runs, pace and time in, decision out.</summary>
internal static class RefreshRules
{
    /// <summary>
    /// A stretch of pace to the power of minus three spends evenly by itself: at an equal rate the pace sinks until the stretch has slowed
    /// the rate to what the rest of the day bears. A first power would sink to zero, all at the day's end.
    /// </summary>
    private const double Often = 3;
    private const double Seldom = 4;

    /// <summary>Below this pace the stretch is far beyond the cap.</summary>
    private const double Nothing = 0.05;

    /// <summary>How long a forecast that was fetched now is fresh.</summary>
    /// <param name="runs">Newest runs of the models that cover the place; empty when nothing is known.</param>
    /// <param name="pace">How the budget is being spent.</param>
    /// <param name="unwanted">How long nobody asked for the place before now.</param>
    /// <param name="roll">A random number in [0, 1): places that wait for the same run do not come back together.</param>
    /// <param name="now">The time.</param>
    /// <param name="options">Bounds.</param>
    public static Duration FreshFor(
        IReadOnlyList<ModelRun> runs,
        BudgetPace pace,
        Duration unwanted,
        double roll,
        Instant now,
        RefreshOptions options
    )
    {
        Duration fresh = options.Constant;
        if (runs.Count > 0)
        {
            // With budget to spare every run is worth a call; without, one that follows another closely is not.
            Duration shortest = Duration.Max(
                options.Shortest,
                options.ShortestOnPace / Math.Clamp(pace.Value, 1, 100)
            );
            Duration next = NextUsable(runs, now, options) - now + (options.Spread * roll);
            fresh = Duration.Max(shortest, Duration.Min(options.Longest, next));
        }

        double stretch = Stretch(pace.Value, unwanted, options);
        Duration tight = pace.Until - now;
        // What of the time lies behind the window's end is not stretched: there is a new budget then. Nor do all end at that edge.
        Duration stretched =
            fresh * stretch <= tight ? fresh * stretch
            : tight < Duration.Zero ? fresh
            : tight + (fresh - (tight / stretch));
        return Duration.Min(options.LongestStretched, stretched);
    }

    /// <summary>How much longer everything stays fresh, from 1 without a bend or a step as the budget shrinks.</summary>
    public static double Stretch(double pace, Duration unwanted, RefreshOptions options)
    {
        double seldom = Math.Clamp(unwanted / options.Seldom, 0, 1);
        double power = Often + ((Seldom - Often) * seldom);
        return pace >= 1 ? 1 : Math.Pow(Math.Max(pace, Nothing), -power);
    }

    /// <summary>Until when a forecast is still the newest there is, so that asking again would buy nothing.</summary>
    /// <param name="runs">As above.</param>
    /// <param name="fetchedAt">When it was fetched.</param>
    /// <param name="now">The time.</param>
    /// <param name="options">Bounds.</param>
    /// <returns>Null when the upstream must be asked: a run came since, nothing is known, or it is old.</returns>
    public static Instant? StillCurrentUntil(
        IReadOnlyList<ModelRun> runs,
        Instant fetchedAt,
        Instant now,
        RefreshOptions options
    )
    {
        Instant oldest = fetchedAt + options.Longest;
        if (runs.Count == 0 || now >= oldest)
        {
            return null;
        }

        return runs.Any(run => run.UsableAt > fetchedAt && run.UsableAt <= now)
            ? null
            : Instant.Min(oldest, NextUsable(runs, now, options));
    }

    private static Instant NextUsable(IReadOnlyList<ModelRun> runs, Instant now, RefreshOptions options) =>
        runs.Min(run =>
            now < run.UsableAt ? run.UsableAt
            : now < run.NextUsableAt ? run.NextUsableAt
            : now + options.LookAgain
        );
}
