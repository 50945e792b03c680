using NodaTime;
using Weather.Model;

namespace Weather.Providers;

/// <summary>An answer worth keeping, or a typed refusal. A refusal is never cached.</summary>
public abstract record ProviderResult
{
    private ProviderResult() { }

    public sealed record Success(Forecast Forecast) : ProviderResult;

    /// <param name="Kind">Why.</param>
    /// <param name="Detail">For logs: our words, never upstream text, never a key.</param>
    /// <param name="RetryAt">When the upstream may be asked again, where that is known.</param>
    public sealed record Refused(RefusalKind Kind, string Detail, Instant? RetryAt = null) : ProviderResult
    {
        /// <summary>
        /// We refused, not the upstream: no call was made (our budget, our pace), so it says nothing about the upstream's health or quota.
        /// </summary>
        public bool NotAsked { get; init; }
    }
}
