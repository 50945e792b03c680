using Weather.Model;

namespace Weather.Providers;

/// <summary>
/// Who is asked, in which order. The preferred provider first; after <see cref="ChainOptions.Patience"/> without an answer the next
/// one too, at once when one refuses. The first success wins and ends the others; else the most useful refusal is told. Made-up data
/// never race: they are asked for when every real provider has refused.
/// </summary>
/// <remarks>
/// <code>
/// first   |------------------------------x        ended by the winner
/// second  |        1.2 s |-----------success      the answer
/// third   |              |   1.2 s  |             never asked
/// </code>
/// </remarks>
public sealed class ProviderChain
{
    private readonly GuardedProvider[] _real;
    private readonly GuardedProvider[] _madeUp;
    private readonly ChainOptions _options;
    private readonly TimeProvider _time;

    internal ProviderChain(IEnumerable<GuardedProvider> providers, ChainOptions options, TimeProvider time)
    {
        ILookup<bool, GuardedProvider> byKind = providers.ToLookup(provider =>
            provider.Name == ForecastSource.SampleProvider
        );
        _real = [.. byKind[false]];
        _madeUp = [.. byKind[true]];
        _options = options;
        _time = time;
    }

    /// <param name="request">The question.</param>
    /// <param name="cancellationToken">The deadline of the whole; the answer then is a refusal. Never an exception.</param>
    public async Task<ProviderResult> GetAsync(ForecastRequest request, CancellationToken cancellationToken)
    {
        ProviderResult real = await RaceAsync(_real, request, cancellationToken);
        if (real is ProviderResult.Success || _madeUp.Length == 0)
        {
            return real;
        }

        // Made-up data take no time, and are wanted most when the deadline has passed.
        ProviderResult madeUp = await RaceAsync(_madeUp, request, CancellationToken.None);
        return madeUp is ProviderResult.Success ? madeUp : real;
    }

    private Task<ProviderResult> RaceAsync(
        GuardedProvider[] runners,
        ForecastRequest request,
        CancellationToken cancellationToken
    ) => new ProviderRace(runners, _options.Patience, _time).RunAsync(request, cancellationToken);
}
