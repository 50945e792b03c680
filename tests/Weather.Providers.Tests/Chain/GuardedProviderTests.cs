using NodaTime;
using Weather.Providers.Breakers;
using Weather.Providers.Budget;
using Weather.Providers.Tests.Budget;
using Xunit;

namespace Weather.Providers.Tests.Chain;

/// <summary>Budget and breaker of one provider, together.</summary>
public sealed class GuardedProviderTests : IDisposable
{
    private readonly ChainUnderTest _chain = new(
        time => Budgets.Make(time, Budgets.Plan((BudgetWindow.Day, 10))),
        "first",
        "second"
    );
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private double Left => _chain.Budget!.Left(BudgetWindow.Day);

    public void Dispose() => _chain.Dispose();

    [Fact]
    public async Task Used_up_budget_passes_the_provider_over_and_tells_its_edge()
    {
        _chain["first"].Always = () => _chain["first"].Success();
        for (int k = 0; k < 10; k++)
        {
            await _chain.AskAsync(Cancel);
        }

        _chain["second"].Always = () => new ProviderResult.Refused(RefusalKind.NotCovered, "Elsewhere.");
        var refused = Assert.IsType<ProviderResult.Refused>(await _chain.AskAsync(Cancel));

        Assert.Equal(10, _chain["first"].Calls);
        Assert.Equal(
            (RefusalKind.OverQuota, "2026-11-25T00:01:02Z"),
            (refused.Kind, refused.RetryAt?.ToString())
        );
    }

    [Fact]
    public async Task Open_breaker_spends_nothing()
    {
        _chain["first"].Always = () => new ProviderResult.Refused(RefusalKind.Forbidden, "Status 403.");
        _chain["second"].Always = () => _chain["second"].Success();
        for (int k = 0; k < 5; k++)
        {
            await _chain.AskAsync(Cancel);
        }

        Assert.Equal((1, 9), (_chain["first"].Calls, Left));
    }

    [Fact]
    public async Task Question_whose_turn_comes_after_the_breaker_opened_spends_nothing()
    {
        Task<ProviderResult> one = _chain.AskAsync(Cancel);
        ScriptedProvider.Question asked = await _chain["first"].AskedAsync(Cancel);
        _chain["second"].Always = () => _chain["second"].Success();
        Task<ProviderResult> two = _chain.AskAsync(Cancel);

        asked.Refuse(RefusalKind.Forbidden);

        Assert.IsType<ProviderResult.Success>(await one);
        Assert.IsType<ProviderResult.Success>(await two);
        Assert.Equal((1, 9), (_chain["first"].Calls, Left));
    }

    [Fact]
    public async Task Probe_that_the_budget_refuses_is_not_lost()
    {
        Breaker breaker = _chain.Breakers["first"];
        for (int k = 0; k < 5; k++)
        {
            breaker.Tell(new BreakerEvent.Failed(0, RefusalKind.Failing, null));
        }

        await _chain.Budget!.SpendAsync(10);
        _chain.Time.Advance(TimeSpan.FromSeconds(10));
        _chain["second"].Always = () => _chain["second"].Success();
        await _chain.AskAsync(Cancel);

        _chain["first"].Always = () => _chain["first"].Success();
        _chain.Time.SetUtcNow(Instant.FromUtc(2026, 11, 25, 0, 1, 2).ToDateTimeOffset());
        await _chain.AskAsync(Cancel);

        Assert.Equal(1, _chain["first"].Calls);
        Assert.True(breaker.Peek().Allowed);
    }

    [Fact]
    public async Task Question_that_the_provider_did_not_send_moves_the_breaker_nowhere()
    {
        Breaker breaker = _chain.Breakers["second"];
        for (int k = 0; k < 5; k++)
        {
            breaker.Tell(new BreakerEvent.Failed(0, RefusalKind.Failing, null));
        }

        _chain.Time.Advance(TimeSpan.FromSeconds(10));
        _chain["first"].Always = () => new ProviderResult.Refused(RefusalKind.NotCovered, "Elsewhere.");
        _chain["second"].Always = () =>
            new ProviderResult.Refused(
                RefusalKind.OverQuota,
                "Our own limit.",
                ChainUnderTest.Start + Duration.FromMinutes(9)
            )
            {
                NotAsked = true,
            };
        await _chain.AskAsync(Cancel);

        Assert.Equal((BreakerPhase.HalfOpen, RefusalKind.Failing), breaker.Look());
        _chain["second"].Always = () => _chain["second"].Success();
        Assert.IsType<ProviderResult.Success>(await _chain.AskAsync(Cancel));
    }

    [Fact]
    public async Task Asker_that_leaves_the_line_costs_the_provider_neither_call_nor_blame()
    {
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task<ProviderResult> one = _chain.AskAsync(Cancel);
        ScriptedProvider.Question asked = await _chain["first"].AskedAsync(Cancel);
        Task<ProviderResult> two = _chain.AskAsync(impatient.Token);

        await impatient.CancelAsync();
        Assert.IsType<ProviderResult.Refused>(await two);
        asked.Answer(_chain["first"].Success());
        await one;

        Assert.Equal((1, 9), (_chain["first"].Calls, Left));
    }
}
