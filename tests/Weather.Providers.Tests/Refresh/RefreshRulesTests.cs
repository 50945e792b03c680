using CsCheck;
using NodaTime;
using Weather.Providers.Budget;
using Weather.Providers.Refresh;
using Xunit;

namespace Weather.Providers.Tests.Refresh;

/// <summary>When a forecast stops counting as fresh.</summary>
public sealed class RefreshRulesTests
{
    private static readonly RefreshOptions Options = new();
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 10, 0);

    [Fact]
    public void Forecast_is_fresh_until_the_next_run_has_settled()
    {
        // Available at 06:20, every six hours: the next at 12:20, usable ten minutes later.
        ModelRun run = Run(Hours(-3.67), 6);

        Assert.Equal(Hours(2.5), Fresh([run]), Tolerance.Instance);
    }

    [Fact]
    public void Run_that_is_available_and_has_not_settled_is_waited_for()
    {
        ModelRun early = Run(Duration.FromMinutes(-3), 6);

        // Not sooner than an hour all the same: the answer of now may hold it already.
        Assert.Equal(Options.Shortest, Fresh([early], pace: 3));
        Assert.Null(RefreshRules.StillCurrentUntil([early], Now, Now + Duration.FromMinutes(8), Options));
    }

    [Fact]
    public void Soonest_of_the_models_that_cover_the_place_decides() =>
        Assert.Equal(
            Hours(1.5),
            Fresh([Run(Hours(-3.67), 6), Run(Hours(-1.67), 3)], pace: 2),
            Tolerance.Instance
        );

    [Theory]
    [InlineData(1, 2)]
    [InlineData(1.25, 1.6)]
    [InlineData(2, 1)]
    [InlineData(50, 1)]
    public void Runs_in_quick_succession_are_worth_a_call_each_only_with_budget_to_spare(
        double pace,
        double hours
    ) => Assert.Equal(Hours(hours), Fresh([Run(Duration.FromMinutes(-3), 6)], pace), Tolerance.Instance);

    [Fact]
    public void Places_that_wait_for_one_run_do_not_come_back_together()
    {
        ModelRun run = Run(Hours(-4), 6);
        Duration Fresh(double roll) =>
            RefreshRules.FreshFor(
                [run],
                new BudgetPace(2, Now + Hours(20)),
                Duration.Zero,
                roll,
                Now,
                Options
            );

        Assert.Equal(Options.Spread / 2, Fresh(0.75) - Fresh(0.25), Tolerance.Instance);
    }

    [Fact]
    public void Without_metadata_the_constant_holds() => Assert.Equal(Options.Constant, Fresh([]));

    [Fact]
    public void Nothing_new_means_still_current_and_a_late_run_is_looked_for_again_soon()
    {
        ModelRun late = Run(Hours(-6.5), 6);
        Instant fetched = Now - Hours(2);

        Assert.Equal(Now + Options.LookAgain, RefreshRules.StillCurrentUntil([late], fetched, Now, Options));
    }

    [Fact]
    public void Run_since_the_fetch_means_asking() =>
        Assert.Null(RefreshRules.StillCurrentUntil([Run(Hours(-1), 6)], Now - Hours(2), Now, Options));

    [Fact]
    public void Old_forecast_is_asked_for_whatever_the_metadata_say() =>
        Assert.Null(RefreshRules.StillCurrentUntil([Run(Hours(-5), 6)], Now - Options.Longest, Now, Options));

    [Fact]
    public void Model_that_missed_two_runs_says_nothing_any_more()
    {
        Assert.False(Run(Hours(-11), 6).IsDead(Now));
        Assert.True(Run(Hours(-13), 6).IsDead(Now));
    }

    [Fact]
    public void Stretch_begins_without_a_bend_and_grows_without_a_step_to_its_cap()
    {
        // A thousandth of the pace moves the time by less than a hundredth, anywhere.
        Gen.Select(Gen.Double[0.05, 1.2], Gen.Double[0, 8])
            .Sample(
                (pace, hours) =>
                {
                    double here = RefreshRules.Stretch(pace, Hours(hours), Options);
                    double below = RefreshRules.Stretch(pace * 0.999, Hours(hours), Options);
                    Assert.InRange(below / here, 1, 1.01);
                    Assert.InRange(here, 1, double.MaxValue);
                }
            );
        Assert.Equal(1, RefreshRules.Stretch(1, Duration.Zero, Options));
        Assert.Equal(Options.LongestStretched, Fresh([], pace: 0));
    }

    [Fact]
    public void Time_after_the_quotas_edge_is_not_stretched()
    {
        // Four times longer until the edge in one hour: a quarter of the constant's hour is used up by then.
        var pace = new BudgetPace(Math.Pow(0.25, 1 / 3.0), Now + Hours(1));

        Duration fresh = RefreshRules.FreshFor([], pace, Duration.Zero, 0, Now, Options);

        Assert.Equal(Hours(1.75), fresh, Tolerance.Instance);
    }

    [Fact]
    public void Place_that_nobody_wanted_for_long_waits_longer_when_the_budget_is_short()
    {
        Assert.True(Fresh([], 0.8, Hours(6)) > Fresh([], 0.8, Hours(1)));
        Assert.Equal(Fresh([], 1, Hours(6)), Fresh([], 1, Hours(1)));
    }

    [Theory]
    [InlineData("dwd_icon_eu", 31.63, -8.0, true)]
    [InlineData("dwd_icon_eu", 52.52, 13.4, true)]
    [InlineData("dwd_icon_eu", 35.68, 139.7, false)]
    [InlineData("dwd_icon", 35.68, 139.7, true)]
    public void Model_counts_where_it_covers(string model, double latitude, double longitude, bool covers) =>
        Assert.Equal(covers, ModelCoverage.Covers(model, Weather.Model.GeoPoint.Create(latitude, longitude)));

    private static Duration Fresh(ModelRun[] runs, double pace = 1, Duration unwanted = default) =>
        RefreshRules.FreshFor(runs, new BudgetPace(pace, Now + Hours(20)), unwanted, 0, Now, Options);

    private static ModelRun Run(Duration available, double interval) =>
        new("m", Now + available - Hours(3), Now + available, Hours(interval));

    private static Duration Hours(double hours) => Duration.FromHours(hours);
}
