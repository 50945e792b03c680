using NodaTime;

namespace Weather.Providers.Breakers;

/// <summary>Times and counts of a breaker; each with the reason for its default.</summary>
internal sealed record BreakerOptions
{
    /// <summary>So many failures in a row open it; one poisoned answer among good ones does not.</summary>
    public int Threshold { get; init; } = 5;

    /// <summary>First time of being open. It doubles with each opening that follows before the streak is forgotten.</summary>
    public Duration FirstOpen { get; init; } = Duration.FromSeconds(10);

    /// <summary>Longest time of being open, before jitter: a provider that is well again is missed no longer than this.</summary>
    public Duration LongestOpen { get; init; } = Duration.FromMinutes(10);

    /// <summary>Up to this share is added at random, so that many nodes do not probe together.</summary>
    public double Jitter { get; init; } = 0.25;

    /// <summary>After an opening, so many successes in a row make it forget; until then one failure opens it again.</summary>
    public int SuccessesToForget { get; init; } = 5;

    /// <summary>… or this much time without a failure, for a provider that is seldom asked.</summary>
    public Duration TimeToForget { get; init; } = Duration.FromMinutes(5);

    /// <summary>A probe that tells nothing for so long is given up, and another may go. Longer than any fetch may take.</summary>
    public Duration ProbeLease { get; init; } = Duration.FromSeconds(30);

    /// <summary>How long a quota counts as used up when the provider does not say.</summary>
    public Duration UnknownQuota { get; init; } = Duration.FromMinutes(1);
}
