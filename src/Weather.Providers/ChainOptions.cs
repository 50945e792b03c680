namespace Weather.Providers;

internal sealed record ChainOptions
{
    /// <summary>After so long without an answer the next provider is asked too. A visitor waits 3 s at most, so it has time to answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1.2);
}
