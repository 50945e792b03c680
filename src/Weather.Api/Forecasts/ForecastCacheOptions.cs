using NodaTime;

namespace Weather.Api.Forecasts;

/// <summary>Times of the value cache; each with the reason for its default.</summary>
internal sealed record ForecastCacheOptions
{
    /// <summary>A visitor waits at most this long, the second caller on the same cold key included.</summary>
    public TimeSpan VisitorPatience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The fetch itself may run this long and still fill the cache for the next visitor.</summary>
    public TimeSpan FetchDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>With an old forecast at hand a caller waits only this long for the new one.</summary>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long the last good forecast may stand in when every provider is dead.</summary>
    public TimeSpan KeepStale { get; init; } = TimeSpan.FromDays(3);

    /// <summary>
    /// Forecasts in memory, about 140 KB each; the second level holds more. Somebody who asks for every point of a grid pushes out the least
    /// used, and does not fill the machine.
    /// </summary>
    public int MostEntries { get; init; } = 3_000;

    /// <summary>A bare point is seldom asked for twice: it is not kept for days.</summary>
    public TimeSpan KeepPointStale { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Passed hours that the provider no longer tells are kept so long: the whole local today, in every zone.</summary>
    public Duration KeepPassed { get; init; } = Duration.FromHours(30);

    /// <summary>After a failed refresh the old forecast is served this long before the next try.</summary>
    public TimeSpan RetryStale { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A refusal with nothing old at hand is remembered only so long.</summary>
    public TimeSpan RememberRefusal { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Spread of expiry times, so that cities fetched together do not stay together.</summary>
    public TimeSpan Jitter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A slow Redis costs a miss at most this; hits never wait for it.</summary>
    public TimeSpan RedisPatience { get; init; } = TimeSpan.FromMilliseconds(100);
}
