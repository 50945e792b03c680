using Microsoft.Extensions.Logging;
using NodaTime;
using Weather.Providers.Breakers;
using Xunit;

namespace Weather.Providers.Tests.Chain;

/// <summary>Who is asked when, and whose answer counts.</summary>
public sealed class ProviderChainTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.2);
    private readonly ChainUnderTest _chain = new("first", "second", "third");
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _chain.Dispose();

    [Fact]
    public async Task Preferred_provider_that_answers_in_time_is_the_only_one_asked()
    {
        Task<ProviderResult> asking = _chain.AskAsync(Cancel);
        (await _chain["first"].AskedAsync(Cancel)).Answer(_chain["first"].Success());

        Assert.Equal("first", ProviderOf(await asking));
        _chain.Time.Advance(Patience * 3);
        Assert.Equal(0, _chain["second"].Calls);
    }

    [Fact]
    public async Task After_1200_ms_of_silence_the_next_is_asked_too_and_the_winner_ends_the_other()
    {
        Task<ProviderResult> asking = _chain.AskAsync(Cancel);
        ScriptedProvider.Question slow = await _chain["first"].AskedAsync(Cancel);

        _chain.Time.Advance(Patience - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, _chain["second"].Calls);
        _chain.Time.Advance(TimeSpan.FromMilliseconds(1));
        ScriptedProvider.Question quick = await _chain["second"].AskedAsync(Cancel);
        Assert.False(slow.Token.IsCancellationRequested);
        quick.Answer(_chain["second"].Success());

        Assert.Equal("second", ProviderOf(await asking));
        Assert.True(slow.Token.IsCancellationRequested);
        Assert.Equal(0, _chain["third"].Calls);
    }

    [Fact]
    public async Task Preferred_provider_may_still_win_after_the_next_was_asked()
    {
        Task<ProviderResult> asking = _chain.AskAsync(Cancel);
        ScriptedProvider.Question first = await _chain["first"].AskedAsync(Cancel);
        _chain.Time.Advance(Patience);
        ScriptedProvider.Question second = await _chain["second"].AskedAsync(Cancel);

        first.Answer(_chain["first"].Success());

        Assert.Equal("first", ProviderOf(await asking));
        Assert.True(second.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task Refusal_moves_on_at_once()
    {
        Task<ProviderResult> asking = _chain.AskAsync(Cancel);
        (await _chain["first"].AskedAsync(Cancel)).Refuse(RefusalKind.Poisoned);
        (await _chain["second"].AskedAsync(Cancel)).Refuse(RefusalKind.WrongPlace);
        (await _chain["third"].AskedAsync(Cancel)).Answer(_chain["third"].Success());

        Assert.Equal("third", ProviderOf(await asking));
    }

    [Fact]
    public async Task Refusal_of_the_second_moves_on_while_the_first_is_silent()
    {
        Task<ProviderResult> asking = _chain.AskAsync(Cancel);
        ScriptedProvider.Question first = await _chain["first"].AskedAsync(Cancel);
        _chain.Time.Advance(Patience);
        (await _chain["second"].AskedAsync(Cancel)).Refuse(RefusalKind.Failing);
        (await _chain["third"].AskedAsync(Cancel)).Refuse(RefusalKind.Failing);

        first.Answer(_chain["first"].Success());

        Assert.Equal("first", ProviderOf(await asking));
    }

    [Fact]
    public async Task Bug_in_a_provider_is_logged_and_the_next_is_asked()
    {
        _chain["first"].Always = () => throw new InvalidOperationException("A bug.");
        _chain["second"].Always = () => _chain["second"].Success();

        Assert.Equal("second", ProviderOf(await _chain.AskAsync(Cancel)));
        Assert.Contains(_chain.Log.Lines, line => line.Level == LogLevel.Error);
    }

    [Fact]
    public async Task Broken_contract_is_logged_as_an_error()
    {
        _chain["first"].Always = () => new ProviderResult.Refused(RefusalKind.ContractBroken, "Status 400.");
        _chain["second"].Always = () => _chain["second"].Success();

        await _chain.AskAsync(Cancel);

        Assert.Contains(
            _chain.Log.Lines,
            line =>
                line.Level == LogLevel.Error && line.Text.Contains("Status 400.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Of_all_refusals_the_one_that_ends_soonest_is_told()
    {
        Refuse("first", RefusalKind.OverQuota, Duration.FromHours(3));
        Refuse("second", RefusalKind.OverQuota, Duration.FromMinutes(2));
        Refuse("third", RefusalKind.Forbidden, null);

        var refused = Assert.IsType<ProviderResult.Refused>(await _chain.AskAsync(Cancel));

        Assert.Equal(RefusalKind.OverQuota, refused.Kind);
        Assert.Equal(ChainUnderTest.Start + Duration.FromMinutes(2), refused.RetryAt);
    }

    [Fact]
    public async Task Trouble_that_may_be_over_at_once_is_more_useful_than_a_quota_that_is_not()
    {
        Refuse("first", RefusalKind.OverQuota, Duration.FromHours(3));
        Refuse("second", RefusalKind.NotCovered, null);
        Refuse("third", RefusalKind.Failing, null);

        var refused = Assert.IsType<ProviderResult.Refused>(await _chain.AskAsync(Cancel));

        Assert.Equal((RefusalKind.Failing, null), (refused.Kind, refused.RetryAt));
    }

    [Fact]
    public async Task Deadline_ends_even_a_provider_that_ignores_its_token()
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task<ProviderResult> asking = _chain.AskAsync(deadline.Token);
        await _chain["first"].AskedAsync(Cancel);

        await deadline.CancelAsync();

        Assert.Equal(RefusalKind.Unreachable, Assert.IsType<ProviderResult.Refused>(await asking).Kind);
    }

    [Fact]
    public async Task Provider_that_is_silent_again_and_again_is_not_waited_for_any_more()
    {
        _chain["second"].Always = () => _chain["second"].Success();
        for (int k = 0; k < 5; k++)
        {
            Task<ProviderResult> asking = _chain.AskAsync(Cancel);
            ScriptedProvider.Question slow = await _chain["first"].AskedAsync(Cancel);
            _chain.Time.Advance(Patience);
            await slow.GivenUpAsync(Cancel);
            await asking;
        }

        // The fifth silence is told to the breaker behind the answer that did not wait for it.
        while (_chain.Breakers["first"].Look().Phase == BreakerPhase.Closed)
        {
            Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        // No time passes, and yet the second answers.
        Assert.Equal("second", ProviderOf(await _chain.AskAsync(Cancel)));
        Assert.Equal(5, _chain["first"].Calls);
    }

    [Fact]
    public async Task Losing_a_race_by_a_little_is_no_failure()
    {
        for (int k = 0; k < 8; k++)
        {
            Task<ProviderResult> asking = _chain.AskAsync(Cancel);
            ScriptedProvider.Question first = await _chain["first"].AskedAsync(Cancel);
            _chain.Time.Advance(Patience);
            ScriptedProvider.Question second = await _chain["second"].AskedAsync(Cancel);
            first.Answer(_chain["first"].Success());
            await second.GivenUpAsync(Cancel);
            await asking;
        }

        Assert.Equal(8, _chain["second"].Calls);
    }

    private static string ProviderOf(ProviderResult result) =>
        Assert.IsType<ProviderResult.Success>(result).Forecast.Source.Provider;

    private void Refuse(string name, RefusalKind kind, Duration? retryIn) =>
        _chain[name].Always = () =>
            new ProviderResult.Refused(kind, "Scripted.", ChainUnderTest.Start + retryIn);
}
