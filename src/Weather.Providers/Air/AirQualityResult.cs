using NodaTime;
using Weather.Model;

namespace Weather.Providers.Air;

/// <summary>An answer worth keeping, or a typed refusal. A refusal is never cached as an answer.</summary>
public abstract record AirQualityResult
{
    private AirQualityResult() { }

    public sealed record Success(AirQuality Air) : AirQualityResult;

    /// <param name="Kind">Why.</param>
    /// <param name="Detail">For logs: our words, never upstream text, never a key.</param>
    /// <param name="RetryAt">When the upstream may be asked again, where that is known.</param>
    public sealed record Refused(RefusalKind Kind, string Detail, Instant? RetryAt = null) : AirQualityResult;
}
