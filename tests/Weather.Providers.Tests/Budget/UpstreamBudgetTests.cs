using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Weather.Providers.Budget;
using Xunit;

namespace Weather.Providers.Tests.Budget;

/// <summary>What may be spent when.</summary>
public sealed class UpstreamBudgetTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 10, 30, 20);
    private readonly FakeTimeProvider _time = new(Start.ToDateTimeOffset());
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(BudgetWindow.Minute), 600, "2026-11-24T10:32:02Z")]
    [InlineData(nameof(BudgetWindow.Hour), 5_000, "2026-11-24T11:01:02Z")]
    [InlineData(nameof(BudgetWindow.Day), 10_000, "2026-11-25T00:01:02Z")]
    public async Task Each_window_bears_its_limit_and_names_its_edge(string window, int limit, string edge)
    {
        // The server empties its counters up to a minute after the edge, and its clock is not ours.
        using UpstreamBudget budget = Budgets.Make(
            _time,
            Budgets.Plan((Enum.Parse<BudgetWindow>(window), limit))
        );

        (int sent, Instant? retryAt) = await budget.SpendAsync(limit + 1);

        Assert.Equal(limit, sent);
        Assert.Equal(edge, retryAt?.ToString());
        _time.SetUtcNow(retryAt!.Value.ToDateTimeOffset());
        Assert.Equal(1, (await budget.SpendAsync(1)).Sent);
    }

    [Fact]
    public async Task Paid_plan_counts_by_calendar_month()
    {
        using UpstreamBudget budget = Budgets.Make(_time, BudgetPlan.Monthly(30));

        (int sent, Instant? retryAt) = await budget.SpendAsync(40);

        Assert.Equal((30, "2026-12-01T00:01:02Z"), (sent, retryAt?.ToString()));
    }

    [Fact]
    public async Task Refusal_costs_nothing()
    {
        using UpstreamBudget budget = Budgets.Make(_time, Budgets.Plan((BudgetWindow.Day, 10)));
        await budget.SpendAsync(9, firstTime: false);

        (int refused, _) = await budget.SpendAsync(5, firstTime: false);

        Assert.Equal((0, 1), (refused, budget.Left(BudgetWindow.Day)));
    }

    [Fact]
    public async Task Tenth_of_the_day_is_kept_for_places_asked_for_the_first_time()
    {
        using UpstreamBudget budget = Budgets.Make(_time, Budgets.Plan((BudgetWindow.Day, 10_000)));

        (int refreshes, Instant? retryAt) = await budget.SpendAsync(20_000, firstTime: false);
        (int firsts, _) = await budget.SpendAsync(20_000, firstTime: true);

        Assert.Equal((9_000, 1_000), (refreshes, firsts));
        Assert.Equal("2026-11-25T00:01:02Z", retryAt?.ToString());
    }

    [Fact]
    public async Task Error_costs_one_whatever_the_question_weighs()
    {
        using UpstreamBudget budget = Budgets.Make(_time, Budgets.Plan((BudgetWindow.Day, 100)), weight: 2.8);

        await budget.SpendAsync(3, answer: new ProviderResult.Refused(RefusalKind.Failing, "Status 500."));
        Assert.Equal(97, budget.Left(BudgetWindow.Day), tolerance: 1e-9);
        await budget.SpendAsync(1);

        Assert.Equal(94.2, budget.Left(BudgetWindow.Day), tolerance: 1e-9);
    }

    [Fact]
    public async Task One_runs_and_the_others_take_their_turns_in_order()
    {
        using UpstreamBudget budget = Budgets.Make(_time);
        BudgetTurn first = await budget.WaitAsync(Cancel);
        Task<BudgetTurn>[] waiting =
        [
            .. Enumerable.Range(0, 4).Select(_ => budget.WaitAsync(Cancel).AsTask()),
        ];
        Assert.All(waiting, turn => Assert.False(turn.IsCompleted));

        foreach (Task<BudgetTurn> next in waiting)
        {
            first.Dispose();
            first = await next;
            Assert.All(
                waiting.SkipWhile(turn => turn != next).Skip(1),
                turn => Assert.False(turn.IsCompleted)
            );
        }

        first.Dispose();
    }

    [Fact]
    public async Task Crowd_is_refused_for_a_moment_and_an_impatient_asker_spends_nothing()
    {
        using UpstreamBudget budget = Budgets.Make(_time, BudgetPlan.Free with { Waiting = 2 });
        using var impatient = new CancellationTokenSource();
        using BudgetTurn first = await budget.WaitAsync(Cancel);
        Task<BudgetTurn> second = budget.WaitAsync(impatient.Token).AsTask();
        Task<BudgetTurn> third = budget.WaitAsync(impatient.Token).AsTask();

        ProviderResult.Refused? crowded = budget.Refusal(firstTime: true);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(second, third));

        Assert.Equal(
            (RefusalKind.OverQuota, Start + Duration.FromSeconds(1)),
            (crowded?.Kind, crowded?.RetryAt)
        );
        Assert.Null(budget.Refusal(firstTime: true));
        Assert.Equal(10_000, budget.Left(BudgetWindow.Day));
    }

    [Fact]
    public async Task Turn_that_comes_as_its_asker_leaves_goes_to_the_next()
    {
        using UpstreamBudget budget = Budgets.Make(_time);
        using var impatient = new CancellationTokenSource();
        BudgetTurn first = await budget.WaitAsync(Cancel);
        Task<BudgetTurn> second = budget.WaitAsync(impatient.Token).AsTask();
        Task<BudgetTurn> third = budget.WaitAsync(Cancel).AsTask();
        // Registered last, it runs first: the turn is given while the token is cancelled and the line does not know yet.
        await using CancellationTokenRegistration given = impatient.Token.Register(first.Dispose);

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        (await third.WaitAsync(TimeSpan.FromSeconds(30), Cancel)).Dispose();
    }

    [Fact]
    public async Task Server_is_left_alone_while_five_given_up_requests_may_hold_its_places()
    {
        using UpstreamBudget budget = Budgets.Make(_time);
        for (int k = 0; k < 5; k++)
        {
            await GiveUpAsync(budget, TimeSpan.FromSeconds(10));
        }

        Instant? until = budget.Refusal(firstTime: true)?.RetryAt;

        Assert.NotNull(until);
        _time.SetUtcNow((until.Value + Duration.FromSeconds(1)).ToDateTimeOffset());
        Assert.Null(budget.Refusal(firstTime: true));
    }

    [Fact]
    public async Task Connection_that_is_refused_holds_no_place_at_the_server()
    {
        using UpstreamBudget budget = Budgets.Make(_time);
        for (int k = 0; k < 10; k++)
        {
            await GiveUpAsync(budget, TimeSpan.Zero);
        }

        Assert.Null(budget.Refusal(firstTime: true));
    }

    [Fact]
    public async Task What_is_sent_another_way_is_charged_and_tells_nothing_of_those_given_up()
    {
        using UpstreamBudget budget = Budgets.Make(_time);
        for (int k = 0; k < 4; k++)
        {
            await GiveUpAsync(budget, TimeSpan.FromSeconds(10));
        }

        using (BudgetTurn turn = await budget.WaitAsync(Cancel))
        {
            Assert.Null(turn.Spend(firstTime: false));
            turn.Charge();
        }

        await GiveUpAsync(budget, TimeSpan.FromSeconds(10));

        Assert.NotNull(budget.Refusal(firstTime: true));
        Assert.Equal(10_000 - 6, budget.Left(BudgetWindow.Day));
    }

    /// <summary>Found by the model: the minute between was never looked at, and forgot what the server still had to count.</summary>
    [Fact]
    public async Task Request_given_up_counts_in_the_next_window_even_when_nobody_looked_meanwhile()
    {
        using UpstreamBudget budget = Budgets.Make(_time, Budgets.Plan((BudgetWindow.Minute, 2)));
        _time.Advance(TimeSpan.FromSeconds(28));
        await GiveUpAsync(budget, TimeSpan.FromSeconds(10));
        _time.SetUtcNow(new DateTimeOffset(2026, 11, 24, 10, 32, 2, TimeSpan.Zero));

        Assert.Equal(1, (await budget.SpendAsync(5)).Sent);
    }

    [Fact]
    public async Task Pace_is_one_when_spent_evenly_and_less_when_spent_too_fast()
    {
        _time.SetUtcNow(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
        using UpstreamBudget budget = Budgets.Make(_time, Budgets.Plan((BudgetWindow.Day, 1_000)));
        await budget.SpendAsync(450, firstTime: false);
        Assert.Equal(1, budget.Pace().Value, tolerance: 1e-9);

        await budget.SpendAsync(225, firstTime: false);

        Assert.Equal(0.5, budget.Pace().Value, tolerance: 1e-9);
    }

    private async Task GiveUpAsync(UpstreamBudget budget, TimeSpan after)
    {
        using BudgetTurn turn = await budget.WaitAsync(Cancel);
        Assert.Null(turn.Spend(firstTime: true));
        _time.Advance(after);
    }
}
