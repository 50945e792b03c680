using Weather.Model;
using Xunit;

namespace Weather.Providers.Tests.Chain;

/// <summary>Made-up data stand behind every real provider, never beside one.</summary>
public sealed class SampleInChainTests : IDisposable
{
    private readonly ChainUnderTest _chain = new("real", ForecastSource.SampleProvider);
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public SampleInChainTests() => Sample.Always = () => Sample.Success();

    private ScriptedProvider Sample => _chain[ForecastSource.SampleProvider];

    public void Dispose() => _chain.Dispose();

    [Fact]
    public async Task Silence_of_a_real_provider_does_not_call_for_it()
    {
        Task<ProviderResult> asking = _chain.AskAsync(Cancel);
        ScriptedProvider.Question real = await _chain["real"].AskedAsync(Cancel);

        _chain.Time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(0, Sample.Calls);
        real.Answer(_chain["real"].Success());

        Assert.False(Assert.IsType<ProviderResult.Success>(await asking).Forecast.Source.IsSample);
        Assert.Equal(0, Sample.Calls);
    }

    [Fact]
    public async Task Refusal_of_every_real_provider_calls_for_it()
    {
        Task<ProviderResult> asking = _chain.AskAsync(Cancel);
        (await _chain["real"].AskedAsync(Cancel)).Refuse(RefusalKind.Failing);

        Assert.True(Assert.IsType<ProviderResult.Success>(await asking).Forecast.Source.IsSample);
    }

    [Fact]
    public async Task Deadline_calls_for_it()
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task<ProviderResult> asking = _chain.AskAsync(deadline.Token);
        await _chain["real"].AskedAsync(Cancel);

        await deadline.CancelAsync();

        Assert.True(Assert.IsType<ProviderResult.Success>(await asking).Forecast.Source.IsSample);
    }

    [Fact]
    public async Task Stopped_real_provider_calls_for_it_without_being_asked()
    {
        _chain["real"].Always = () => new ProviderResult.Refused(RefusalKind.Forbidden, "Status 403.");
        await _chain.AskAsync(Cancel);

        ProviderResult result = await _chain.AskAsync(Cancel);

        Assert.True(Assert.IsType<ProviderResult.Success>(result).Forecast.Source.IsSample);
        Assert.Equal(1, _chain["real"].Calls);
    }
}
